# The run that goes on with a dead one pays its debt, and dies right after the number: the VFs come back held back.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write
crash no: it has deaths of its own

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file four.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4, driver: vfio-pci}}

modprobe igbvf
modprobe vfio-pci
run apply -y two.yaml
exit 0
die *02:00.0/sriov_numvfs 2
run apply -y four.yaml
revive
die *driver_override
run resume -y
see 0000:02:00.0 sriov_numvfs 4
see 0000:02:10.2 driver -
reboot
modprobe igbvf
modprobe vfio-pci
run restore
err has [vfs-held-back]
see 0000:02:10.2 driver -
