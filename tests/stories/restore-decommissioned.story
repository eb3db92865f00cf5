# A host is decommissioned after a boot, before restore: what the boot took away does not come back any more.
facts tests/facts/lab-x86.json
lab x86

file one.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: none}}
file absent.yaml
| pawl: 1
| hosts:
|   lab-x86: {state: absent}
modprobe vfio-pci
run apply -y one.yaml
exit 0
reboot
modprobe vfio-pci
run plan absent.yaml
exit 0
err has numvfs of 0000:02:00.0 is "0"; pawl had set "2"
run apply -y absent.yaml
exit 0
err has [given-up]
run restore
exit 0
out has nothing to do
err -
see 0000:02:00.0 sriov_numvfs 0
run ledger
out has What pawl has set and not put back
out has nothing
