# In sync or not, in one line an object: the exit code is for timers, and nothing is locked or written.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none}}

run assert wish.yaml
exit 2
out
| lab-x86 is not as wished: 4 objects differ.
|   nic0.vfs       count: 3 wanted, 0 found (wish.yaml:5:58)
|   nic0.vf.[0-2]  driver: none wanted, no such VF yet (wish.yaml:5:69)

run apply -y wish.yaml
exit 0
run assert wish.yaml
exit 0
out
| lab-x86 is as wished.

# a run is under way: it is said, and does not keep anyone waiting
hold host another-run
run assert wish.yaml
exit 0
err has a run is under way
release host

# somebody binds a function by hand
write sys/bus/pci/devices/0000:02:10.2/driver_override vfio-pci
write sys/bus/pci/drivers_probe 0000:02:10.2
run assert wish.yaml
exit 2
out
| lab-x86 is not as wished: 1 object differs.
|   nic0.vf.1  driver: none wanted, vfio-pci found (wish.yaml:5:69)
run assert --target nic0.vf.0 wish.yaml
exit 0
run assert -o json wish.yaml
exit 2
out has "format": "pawl-assert"
out has "in_sync": false
out has "nic0.vf.1"
out has "key": "driver"
out has "wanted": "none"
out has "found": "vfio-pci"
out has "file": "wish.yaml"
out has "line": 5
out has "exit_code": 2

# what a gate would refuse differs all the same
file gone.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       gone: {select: {pci: "0000:99:00.0"}, driver: none}
run assert -o json gone.yaml
exit 2
out has "key": "select"
out has "wanted": null
run assert gone.yaml
exit 2
out
| lab-x86 is not as wished: 1 object differs.
|   gone  select: no function has pci "0000:99:00.0" (gone.yaml:5:22)

# the same of too many; and a function that is driverless, and yet not kept so
file unclear.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       many: {select: {vendor: 0x8086}, driver: none}
run assert unclear.yaml
exit 2
out has expected, with vendor 0x8086 (unclear.yaml:5:22)
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 3
run assert wish.yaml
exit 2
out
| lab-x86 is not as wished: 3 objects differ.
|   nic0.vf.[0-2]  driver: none wanted, no driver, override (not set) found (wish.yaml:5:69)

# a host that is given up: what of it is still set
file absent.yaml
| pawl: 1
| hosts: {lab-x86: {state: absent}}
run assert absent.yaml
exit 2
out has nic0.vfs  set by pawl, to be taken back: numvfs 3 -> 0

run assert missing.yaml
exit 65
