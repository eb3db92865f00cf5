# "group 4 is not viable" came from the guest's start, hours after the card was handed out and everything had been called a
# success (kubevirt#6718, #11412, harvester/pcidevices#29, NVIDIA/gpu-admin-tools#23). The plan knows the group.
facts tests/facts/lab-x86-no-acs.json
lab x86-no-acs

modprobe vfio-pci
file card.yaml
| pawl: 1
| hosts:
|   lab-x86-no-acs:
|     devices:
|       ssd0: {select: {pci: "0000:03:00.0"}, driver: vfio-pci}

# who else is in the group, and what to do about it, before anything is touched; bridges do not count
run plan card.yaml
exit 4
err has nobody could open it: IOMMU group 4 has members with drivers of the host's: 0000:04:00.0 (igb) [group-not-whole]
err lacks pcieport
run apply -y card.yaml
exit 4
see 0000:03:00.0 driver nvme
see 0000:04:00.0 driver igb

# a member is given up by name, and never because another one needs it
file group.yaml
| pawl: 1
| hosts:
|   lab-x86-no-acs:
|     devices:
|       ssd0: {select: {pci: "0000:03:00.0"}, driver: vfio-pci}
|       nic0: {select: {pci: "0000:04:00.0"}, driver: none}
run apply -y group.yaml
exit 0
see 0000:03:00.0 driver vfio-pci
see 0000:04:00.0 driver -

# a member without a driver is no trouble: the kernel opens the group for a guest
hold 0000:03:00.0 guest
release 0000:03:00.0

# and it is noticed when the group is no longer whole, with the guest still to come
write sys/bus/pci/devices/0000:04:00.0/driver_override igb
write sys/bus/pci/drivers_probe 0000:04:00.0
see 0000:04:00.0 driver igb
run assert group.yaml
exit 2
