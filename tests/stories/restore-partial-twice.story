# The same without any VFs before: the first run dies before the number, the second right after it.
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
die *02:00.0/sriov_numvfs 1
run apply -y two.yaml
revive
die *driver_override
run apply -y two.yaml
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver -
reboot
modprobe igbvf
modprobe vfio-pci
run restore
err has [vfs-held-back]
see 0000:02:10.2 driver -
