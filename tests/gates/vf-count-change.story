# From four VFs to seven: the kernel goes only through none, which takes every VF from its user.
facts tests/facts/lab-x86.json
lab x86

write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 4

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 7, driver: none}

run apply -y wish.yaml
exit 4
err has 0000:02:00.0 has 4 VFs: going to 7 would destroy them all first [vf-count-change]
see 0000:02:00.0 sriov_numvfs 4

# by hand it is no other: the kernel refuses both up and down (drivers/pci/iov.c, sriov_numvfs_store)
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 7 EBUSY
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 3 EBUSY
see 0000:02:00.0 sriov_numvfs 4
