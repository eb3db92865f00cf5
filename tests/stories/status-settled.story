# What a run has left stands in the status until an apply of what it was about, also when that finds nothing to do.
facts tests/facts/lab-x86.json
lab no: the moments are the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
file as-it-is.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}
file out.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, state: out-of-service}

# a run that owes a value dies, and the card is taken out: the value is gone with it
die */sriov_numvfs
run apply -y wish.yaml
revive
write sys/bus/pci/devices/0000:02:00.0/remove 1
run status
exit 0
out has died before its end
out has Debts       autoprobe of 0000:02:00.0 was left at 0; the function is gone, and that with it: the next `pawl apply` strikes it out
out lacks puts it back
run status -o json
exit 0
out has "gone": true

run apply -y as-it-is.yaml
exit 0
err has [run-interrupted]
run status
exit 0
out has died
out has Debts       none: nothing temporary was left behind
run apply -y out.yaml
exit 0
run status
exit 0
out has 0 steps
out has : fine
out lacks died

# the card is found again: nothing is owed
write sys/bus/pci/rescan 1
see 0000:02:00.0 sriov_drivers_autoprobe 1
run status
exit 0
out has Debts       none
run apply -y wish.yaml
exit 0

# a run that ended badly, and all is done by hand
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
fail */sriov_numvfs
run apply -y wish.yaml
exit 5
run status
exit 0
out has stopped part-way
run apply -y as-it-is.yaml
exit 0
run status
exit 0
out has stopped part-way
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
write sys/bus/pci/devices/0000:02:10.0/driver_override none
write sys/bus/pci/devices/0000:02:10.2/driver_override none
write sys/bus/pci/devices/0000:02:10.0/driver/unbind 0000:02:10.0 ?
write sys/bus/pci/devices/0000:02:10.2/driver/unbind 0000:02:10.2 ?
run apply -y wish.yaml
exit 0
out has nothing to do
run status
exit 0
out lacks stopped part-way
