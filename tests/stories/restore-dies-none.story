# Nothing was bound when pawl set the override against all: it has no word on the driver. The boot binds one, and a
# restore dies before it takes that away.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write
crash no: it has a death of its own

file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: none}

write sys/bus/pci/devices/0000:02:00.0/driver/unbind 0000:02:00.0
run apply -y none.yaml
exit 0
reboot
see 0000:02:00.0 driver igb
die *igb/unbind
run restore
see 0000:02:00.0 driver igb
see 0000:02:00.0 driver_override none
revive
run restore
exit 0
see 0000:02:00.0 driver -
