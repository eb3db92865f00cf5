# /sys is read-only, as in a container, or not there at all: said with its path, and nothing is changed.
facts tests/facts/lab-x86.json
lab x86
twin no: it has no mounts

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

sh
| mount -o remount,ro /sys
run plan wish.yaml
exit 0
run apply -y wish.yaml
exit 1
err has sriov_drivers_autoprobe: Read-only file system
err has [not-taken]
err has [nothing-changed]
sh
| mount -o remount,rw /sys
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1

sh
| mkdir /tmp/sys
| mount --move /sys /tmp/sys
run show
exit 69
err has path: /sys/bus/pci/devices: No such file or directory
err has hint: is sysfs mounted
run apply -y wish.yaml
exit 69
run facts capture
exit 69
sh
| mount --move /tmp/sys /sys
| mkdir /tmp/empty
run show --root /tmp/empty
exit 69
err has path: /tmp/empty/sys/bus/pci/devices: No such file or directory
run show --root /tmp/nowhere
exit 69
err has path: /tmp/nowhere: No such file or directory
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
run apply -y wish.yaml
exit 0
