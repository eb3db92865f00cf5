# What somebody has removed by hand, and an apply has left so on a device that it names, no restore brings back; on a
# device that it does not name it comes back.
facts tests/facts/lab-x86.json
lab x86

file both.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: none}}
file driver.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 0}}

modprobe vfio-pci
run apply -y both.yaml
exit 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 0

# a restore only looks
run restore
exit 0
err has numvfs of 0000:02:00.0 is "0"; pawl had set "2", so this is somebody else's and stays

run apply -y driver.yaml
exit 0
err has numvfs of 0000:02:00.0 is "0"; pawl had set "2", and the configuration leaves it so: no boot brings it back [given-up]
err lacks 0000:02:10.0

reboot
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 driver vfio-pci
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 sriov_numvfs 1
run restore
out has nothing to do
err -

# also when there was nothing to do for it
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 0
run apply -y none.yaml
exit 0
err has numvfs of 0000:01:00.0 is "0"; pawl had set "1"
run apply -y none.yaml
exit 0
err -
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:01:00.0 sriov_numvfs 0
see 0000:02:00.0 driver vfio-pci
