# A second apply turns no knob: whatever it wrote to a device would be refused, and the journal would be full.
facts tests/facts/lab-x86.json
lab no: that nothing at all is written is the twin's to see

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: none, mac-base: "52:54:00:00:10:00"}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: none}}

run apply -y wish.yaml
exit 0

fail * 1
run apply -y wish.yaml
exit 0
out has nothing to do, the host is as wished
run assert wish.yaml
exit 0

# the fault was there all the time
file more.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 0}}
run apply -y more.yaml
exit 1
see 0000:01:00.0 sriov_numvfs 1
