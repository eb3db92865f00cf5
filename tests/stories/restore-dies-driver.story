# A restore dies between two drivers: to run it again brings the one that pawl had set.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write
crash no: it has deaths of its own

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

# the boot's has let go, and the other was to come
modprobe vfio-pci
run apply -y card.yaml
exit 0
reboot
modprobe vfio-pci
die *drivers_probe
run restore
see 0000:02:00.0 driver -
revive
run restore
exit 0
see 0000:02:00.0 driver vfio-pci

# the override against all is there again, and the boot's driver has not let go
run apply -y none.yaml
exit 0
reboot
die *igb/unbind
run restore
see 0000:02:00.0 driver igb
see 0000:02:00.0 driver_override none
revive
run restore
exit 0
see 0000:02:00.0 driver -
run assert none.yaml
exit 0
