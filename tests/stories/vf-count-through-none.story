# From two VFs to four, which the kernel does only through none: when nobody uses a VF.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
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

run apply -y two.yaml
exit 0
see 0000:02:10.2 driver vfio-pci

# by hand it is no other: the kernel refuses both up and down (drivers/pci/iov.c, sriov_numvfs_store)
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 4 EBUSY
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 1 EBUSY

# while one is held nothing is taken away
hold 0000:02:10.2 guest
run apply -y four.yaml
exit 4
err has 0000:02:10.2 (VF 1 of 0000:02:00.0) would go away: it is open in
err has hint: stop
err has [vfs-in-use]
err lacks [pf-in-use]
err lacks 0000:02:10.0 (VF
see 0000:02:00.0 sriov_numvfs 2
release 0000:02:10.2

# the new ones are as wished, also those at the addresses of old ones
run plan four.yaml
exit 0
out has 2 -> 0
out has 0000:02:10.[0,2]
out has 0 -> 4
run apply -y four.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 4
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.6 driver vfio-pci
run plan four.yaml
exit 0
out has nothing to do
