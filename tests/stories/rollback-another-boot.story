# What a boot took away and what reads the same now is somebody else's; what was restored in this boot is pawl's.
facts tests/facts/lab-x86.json
lab no: the lab's machine is not booted twice in a story

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file absent.yaml
| pawl: 1
| hosts:
|   lab-x86: {state: absent}

modprobe vfio-pci
run apply -y wish.yaml
exit 0

reboot
modprobe vfio-pci
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
write sys/bus/pci/devices/0000:01:00.0/driver_override vfio-pci
write sys/bus/pci/devices/0000:01:00.0/driver/unbind 0000:01:00.0
write sys/bus/pci/drivers_probe 0000:01:00.0
run rollback -y
exit 0
out has nothing to do
err has numvfs of 0000:02:00.0 is "2", as pawl had set it, but in an earlier boot, and a boot takes that away: it stays [changed-since]
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver vfio-pci
run plan absent.yaml
exit 0
out has nothing to do

# what was restored is pawl's again
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver vfio-pci
run apply -y absent.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver nvme

# also when the run is taken back that had set it before the boot
file other.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3}}
run plan -o json other.yaml
run apply -y other.yaml
exit 0
reboot
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 3
run rollback -y @PLAN@
exit 8
see 0000:02:00.0 sriov_numvfs 0
