# A rehearsal knows what comes with a driver: which functions are its own, their interface and their switch.
facts tests/facts/switches.json
lab no: the lab emulates no card with a switch
modprobe vfio-pci

# Which driver claims the card nobody tells any more, but what pawl remembers of it
file away.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       card: {select: {pci: "0000:61:00.0"}, driver: vfio-pci}
run apply -y away.yaml
exit 0
file back.yaml
| pawl: 1
| hosts:
|   switches: {state: absent}
run rehearse back.yaml
exit 0
run apply -y back.yaml
exit 0

# A card without a driver shows neither an interface nor a switch
write /sys/bus/pci/drivers/ice/unbind 0000:31:00.0
file switch.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, driver: ice, eswitch: switchdev, vfs: {count: 2, driver: vfio-pci, groups: [{range: "0", net: {vlan: 7}}]}}
run rehearse switch.yaml
exit 0
run apply -y switch.yaml
exit 0
