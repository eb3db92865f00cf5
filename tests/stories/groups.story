# VFs of one pool that differ: groups by number, and the pool's driver for the rest.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 4
|           driver: none
|           groups:
|             - {range: "0,2-3", driver: vfio-pci}

modprobe vfio-pci
run apply -y wish.yaml
exit 0
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver -
see 0000:02:10.2 driver_override none
see 0000:02:10.4 driver vfio-pci
see 0000:02:10.6 driver vfio-pci

run plan wish.yaml
exit 0
out has nothing to do, the host is as wished
