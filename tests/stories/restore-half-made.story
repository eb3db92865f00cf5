# A run dies between making VFs and their overrides, and the machine boots: restore makes the VFs as that run was to
# leave them for the while, without a driver and kept so, and says so. To go on with the run gives them theirs.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, mac-base: "02:17:02:00:00:00", driver: vfio-pci}}
file drivers.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file bare.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

modprobe vfio-pci
modprobe igbvf
die *driver_override 2
run apply -y wish.yaml
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
err has nic0: the run that had made VFs of 0000:02:00.0 came to no good end: those that it gave no driver come back without one, and none may bind them [vfs-held-back]
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
see 0000:02:10.4 driver -
see 0000:02:10.4 driver_override none
run restore
exit 0
out has nothing to do
err lacks vfs-held-back

# the next boot has no more to say of it
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
err lacks vfs-held-back
see 0000:02:10.4 driver_override none
run apply -y wish.yaml
exit 0
see 0000:02:10.4 driver vfio-pci

# at the first word on a VF, with autoprobe held back: that VF has its word, the other none
run rollback -y
run apply -y none.yaml
exit 0
die *driver_override
run apply -y drivers.yaml
reboot
modprobe igbvf
run restore
exit 0
err has vfs-held-back
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver -
see 0000:02:10.2 driver_override none

# who goes on with the run before the boot sets all: nothing is held back then
run apply -y none.yaml
exit 0
die *driver_override
run apply -y drivers.yaml
revive
run apply -y drivers.yaml
exit 0
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
err lacks vfs-held-back
see 0000:02:10.0 driver vfio-pci

# and so has who applies another configuration of the device: its VFs come as any
run apply -y none.yaml
exit 0
die *driver_override
run apply -y drivers.yaml
revive
run apply -y bare.yaml
exit 0
reboot
modprobe igbvf
modprobe vfio-pci
run restore
exit 0
err lacks vfs-held-back
see 0000:02:10.0 driver igbvf
