# `driver: none` where somebody else's override stood: the boot took that away, and restore brings back what was wished.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: none}

modprobe vfio-pci
write sys/bus/pci/devices/0000:02:00.0/driver_override vfio-pci
write sys/bus/pci/devices/0000:02:00.0/driver/unbind 0000:02:00.0
write sys/bus/pci/drivers_probe 0000:02:00.0
see 0000:02:00.0 driver vfio-pci
run apply -y wish.yaml
exit 0
reboot
see 0000:02:00.0 driver igb
run restore
exit 0
see 0000:02:00.0 driver -
see 0000:02:00.0 driver_override none
run assert wish.yaml
exit 0

# what stood there is somebody else's, also when nothing was bound
modprobe vfio-pci
run rollback -y
exit 8
see 0000:02:00.0 driver_override vfio-pci
write sys/bus/pci/devices/0000:02:00.0/driver/unbind 0000:02:00.0
run apply -y wish.yaml
exit 0
reboot
run restore
exit 0
see 0000:02:00.0 driver -
see 0000:02:00.0 driver_override none
