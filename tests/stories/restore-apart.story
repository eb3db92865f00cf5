# A device that is gone, refused or does not take a value keeps down only itself at a restore.
facts tests/facts/lab-x86.json
lab no: the lab's machine is not booted twice in a story
crash no: what a restore could not do it tells again, in other words, when it is asked again

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

modprobe vfio-pci
run apply -y wish.yaml
exit 0

# the kernel does not take the number: what takes a driver away from another device goes on all the same
reboot
modprobe vfio-pci
fail */sriov_numvfs 1 EIO
run restore
exit 5
err has [not-taken]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.0 driver vfio-pci
run restore
exit 0
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci

# a write that never ends is left to the kernel
reboot
modprobe vfio-pci
hang */sriov_numvfs
run restore
exit 5
see 0000:01:00.0 driver vfio-pci
revive
run restore
exit 0
see 0000:02:10.0 driver vfio-pci

# a card that did not come up
reboot
modprobe vfio-pci
write sys/bus/pci/devices/0000:02:00.0/remove 1
run restore
exit 1
err has error: nic0: nothing of nic0 is restored: 0000:02:00.0 is not on the PCI bus [not-restored]
see 0000:01:00.0 driver vfio-pci
run restore
exit 1
err has [not-restored]
out has nothing to do
write sys/bus/pci/rescan 1
run restore
exit 0
see 0000:02:10.0 driver vfio-pci

# one that was pulled for good: whoever says so is not told of it again
file pulled.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, state: out-of-service}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
reboot
modprobe vfio-pci
write sys/bus/pci/devices/0000:02:00.0/remove 1
run restore
exit 1
err has if it was pulled for good, apply its configuration with `state: out-of-service`
run apply -y pulled.yaml
exit 0
run restore
exit 0
out has nothing to do
write sys/bus/pci/rescan 1
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 0
run apply -y wish.yaml
exit 0

# a gate refuses, and nobody can let it pass at a boot; what else was applied comes back
reboot
modprobe vfio-pci
put etc/modprobe.d/vfio.conf
| options vfio_pci ids=8086:10ca
run restore
exit 0
reboot
modprobe vfio-pci
put etc/modprobe.d/vfio.conf
| options igb max_vfs=7
run restore
exit 1
err has [foreign-manager]
err lacks --allow
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver vfio-pci
run restore --allow=foreign-manager
exit 64
put etc/modprobe.d/vfio.conf
run restore
exit 0
see 0000:02:10.0 driver vfio-pci
