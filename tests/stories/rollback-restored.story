# A rollback dies after its first step, and restore brings back what it had not taken yet: the next rollback takes all.
facts tests/facts/lab-x86.json
lab no: the lab's machine is not booted twice in a story
crash no: it has a death of its own

file card.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}

modprobe vfio-pci
run apply -y card.yaml
exit 0
die *journal 4
run rollback -y
revive
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 driver vfio-pci
run rollback -y
exit 8
err lacks somebody else
see 0000:02:00.0 driver igb
see 0000:02:00.0 driver_override -
run ledger
out lacks vfio-pci
