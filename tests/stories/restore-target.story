# After a boot one VF alone is applied: what was set on the other one waits for restore.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write
crash no: it has deaths of its own

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}

modprobe igbvf
modprobe vfio-pci
run apply -y two.yaml
exit 0
reboot
modprobe igbvf
modprobe vfio-pci
run apply -y two.yaml --target nic0.vf.0
exit 0
run restore
exit 0
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
