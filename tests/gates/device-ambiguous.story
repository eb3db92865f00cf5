# Two devices that mean the same function: neither is applied.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         vfs: {count: 2, driver: none}
|       port0:
|         select: {path: "0000:16:00.0/00.0"}
|         driver: none

run apply -y wish.yaml
exit 4
err has 0000:17:00.0 is already the device nic0 (line 5) [device-ambiguous]
err has keep one of the two devices
see 0000:17:00.0 sriov_numvfs 0
see 0000:17:00.0 driver hisdk3

# a VF by itself, and as one of a pool that says something else
write sys/bus/pci/devices/0000:a1:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:a1:00.0/sriov_numvfs 2
file twice.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, vfs: {count: 2, driver: none}}
|       mine: {select: {pci: "0000:a1:00.1"}, driver: vfio-pci}

run apply -y twice.yaml
exit 4
err has 0000:a1:00.1 is one of ssd0.vfs (line 5), which wishes a driver for it [device-ambiguous]
see 0000:a1:00.1 driver -

# a group wishes something of its VFs only: the others may be devices of their own
file group.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         vfs: {count: 2, groups: [{range: 0, driver: none}]}
|       free: {select: {pci: "0000:a1:00.2"}, driver: none}
|       mine: {select: {pci: "0000:a1:00.1"}, driver: none}

run plan group.yaml
exit 4
err has 0000:a1:00.1 is one of ssd0.vfs (line 7), which wishes a driver for it [device-ambiguous]
err lacks 0000:a1:00.2 is one of

# more cards of one kind than the file expects: what tells them apart is said
file many.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {vendor: 0x19e5, device: 0x0222, function: 0}, driver: none}

run apply -y many.yaml
exit 4
err has 2 functions fit, 1 is expected: 0000:17:00.0 (
err has apart they are told by pci, path
err has hint: give `select` another key that one of them alone has
err lacks keep one of the two
err has [device-ambiguous]
