# What the kernel answers when the order is wrong by hand: the twin gives the same errnos.
facts tests/facts/lab-x86.json
lab x86

write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 8 ERANGE
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs many EINVAL
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 3 EBUSY
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 8 ERANGE
write sys/bus/pci/drivers/igb/unbind 0000:02:10.0 ENODEV
write sys/bus/pci/drivers/igb/bind 0000:02:10.0 ENODEV
write sys/bus/pci/drivers_probe 0000:03:00.0 ENODEV
write sys/bus/pci/devices/0000:02:10.0/driver_override none
write sys/bus/pci/drivers_probe 0000:02:10.0
see 0000:02:10.0 driver -
see 0000:02:10.0 driver_override none
write sys/bus/pci/drivers/igb/unbind 0000:02:00.0
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:10.0 here -
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 1 ENOENT
write sys/bus/pci/drivers/igb/bind 0000:02:00.0
see 0000:02:00.0 driver igb
write sys/bus/pci/devices/0000:01:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 1
write sys/bus/pci/drivers/nvme/unbind 0000:01:00.0
see 0000:01:00.0 sriov_numvfs 1
see 0000:01:00.1 here yes
