# A rollback stops between two drivers, and a boot gives the card the one that it was on its way to: nobody has ever
# wished for none, and no restore takes it away.
facts tests/facts/lab-x86.json
lab no: the lab's machine is not booted twice in a story
crash no: it has a fault and a death of its own

file card.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: none}

modprobe vfio-pci
run apply -y card.yaml
exit 0
fail *drivers_probe
run rollback -y
exit 5
see 0000:02:00.0 driver -
reboot
modprobe vfio-pci
run restore
exit 0
out has nothing to do
see 0000:02:00.0 driver igb
see 0000:02:00.0 driver_override -
run rollback -y
exit 8
see 0000:02:00.0 driver igb
run status
out lacks interrupted

# and so when pawl dies there
run apply -y card.yaml
exit 0
die *0000:02:00.0/driver_override
run rollback -y
revive
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 driver igb
run rollback -y
exit 8
see 0000:02:00.0 driver igb
see 0000:02:00.0 driver_override -

# who wishes for none has it again
run apply -y none.yaml
exit 0
reboot
see 0000:02:00.0 driver igb
run restore
exit 0
see 0000:02:00.0 driver -
see 0000:02:00.0 driver_override none
