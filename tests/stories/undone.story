# Somebody undoes a step before the run is over: every step was done, and the host is not as wished.
facts tests/facts/lab-x86.json
lab no: the moment is the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

meanwhile */0000:02:10.2/driver_override write sys/bus/pci/devices/0000:02:10.0/driver_override igbvf
run apply -y wish.yaml
exit 7
err has override of 0000:02:10.0 is "igbvf" after the run, not "none" [still-differs]
out has 5 of 5 steps done. The host is not as wished
see 0000:02:10.0 driver_override igbvf
run apply -y wish.yaml
exit 0
see 0000:02:10.0 driver_override none
