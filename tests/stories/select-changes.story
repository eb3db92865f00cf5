# A wish that takes away what it selects by: the same run still knows the function, and verifies on it.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {driver: igb}, driver: vfio-pci}

modprobe vfio-pci
run apply -y wish.yaml
exit 0
out has verified, the host is as wished
see 0000:02:00.0 driver vfio-pci
