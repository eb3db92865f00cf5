# Functions are known by what they are, not by where they are; what nearly fits is told with the key that is off.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   rack7:
|     match: {hostname: lab-x86}
|     devices:
|       nic0: {select: {vendor: 0x8086, device: 0x10c9, class: 0x0200, function: 0}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {class: 0x010802, driver: nvme}, vfs: {count: 1}}

run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 sriov_numvfs 1

# the VFs have their PF's vendor and class, and are not meant
run plan wish.yaml
exit 0
out has nothing to do, the host is as wished

file near.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {vendor: 0x8086, device: 0x10c8}, driver: none}

run plan near.yaml
exit 4
err has near.yaml:5:47: error: no PCI function has vendor 0x8086, device 0x10c8; all but one key fit 
err has 0000:02:00.0 (device 0x10c9)
err has [device-not-found]

file many.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       any: {select: {class: 0x0604}, driver: none}

run plan many.yaml
exit 4
err has 2 functions fit, 1 is expected: 0000:00:04.0 (
err has apart they are told by pci, path
err has [device-ambiguous]

file other.yaml
| pawl: 1
| hosts:
|   one: {match: {hostname: lab-x86, machine-id: 00000000000000000000000000000001}}
|   two: {match: {dmi-serial: NOT-THIS-ONE}}

run plan other.yaml
exit 65
err has no host fits this machine (lab-x86); the hosts given are: one (machine-id is 
err has two (dmi-serial is 
