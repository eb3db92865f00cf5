# What a boot has taken away waits for restore: an apply that names the device, and says nothing of it, gives up
# nothing of it. A word on it in the configuration does, and the plan tells so before.
facts tests/facts/lab-x86.json
lab x86

file vfs.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, mac-base: "02:17:02:00:00:00", driver: none}}
file device.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       card: {select: {pci: "0000:02:00.0"}}
file driver.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: igb}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
file handed.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}

run apply -y vfs.yaml
exit 0
reboot
run plan device.yaml
exit 0
err -
run apply -y device.yaml
exit 0
err -
run apply -y driver.yaml
exit 0
err lacks given-up
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver_override none
see 0000:02:10.2 driver_override none
run plan vfs.yaml
out has nothing to do

# who names the number has the last word on it
reboot
run plan none.yaml
exit 0
out has nothing to do
err has numvfs of 0000:02:00.0 is "0"; pawl had set "2", and the configuration leaves it so: no boot brings it back [given-up]
err lacks vf_mac
run plan none.yaml
err has given-up
run apply -y none.yaml
exit 0
err has given-up
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 0

# and so has who gives the function to a driver that makes no VFs
run apply -y vfs.yaml
exit 0
reboot
modprobe vfio-pci
run apply -y handed.yaml
exit 0
err has numvfs of 0000:02:00.0 is "0"; pawl had set "2"
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 driver vfio-pci
see 0000:02:00.0 sriov_numvfs 0
