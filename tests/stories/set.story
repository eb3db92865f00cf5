# Cards of one kind as one set: each member is wished the same, and a missing one stops all.
facts examples/facts/kunpeng.json
lab no: no machine of the lab has two cards of one kind

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nics: {select: {vendor: 0x19e5, device: 0x0222, function: 1}, expect: 2, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
out has nics.0000:17:00.1
see 0000:17:00.1 sriov_numvfs 2
see 0000:98:00.1 sriov_numvfs 2
see 0000:17:00.0 sriov_numvfs 0

run plan wish.yaml
exit 0
out has nothing to do, the host is as wished

file short.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nics: {select: {vendor: 0x19e5, device: 0x0222}, expect: 9, vfs: {count: 2, driver: none}}

run apply -y short.yaml
exit 4
err has 9 functions expected, 8 found with vendor 0x19e5, device 0x0222: 0000:17:00.0 (
err has [device-not-found]
see 0000:17:00.0 sriov_numvfs 0

file many.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nics: {select: {vendor: 0x19e5, device: 0x0222}, expect: 4}

run plan many.yaml
exit 4
err has hint: give `select` another key that those alone have that are meant
run show -f many.yaml nics
exit 1
err has warning: nics is not found: 8 functions are there, 4 are expected, with vendor 0x19e5, device 0x0222 [device-ambiguous]

# a member that is a device of its own as well
file twice.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nics: {select: {vendor: 0x19e5, device: 0x0222, function: 1}, expect: 2, driver: none}
|       nic0: {select: {pci: "0000:98:00.1"}, vfs: {count: 2}}

run plan twice.yaml
exit 4
err has 0000:98:00.1 is already the device 
err has [device-ambiguous]

# only together, or by the member's name
run plan --target nics.* wish.yaml
exit 0
run plan --target nics.0000:17:00.1 wish.yaml
exit 0
run plan --target nics.*.vfs wish.yaml
exit 0
run plan --target nics.*.vsf wish.yaml
exit 64
err has there is: nics, nics.0000:17:00.1, nics.0000:17:00.1.vfs
run plan --target nics.0000:[17,98]:00.1 wish.yaml
exit 0

# programs get numbers as numbers, and a range as it stands
file json.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         vfs: {count: 4, groups: [{range: "0-1,3", driver: none}, {range: 2, driver: none}]}

run plan -o json json.yaml
exit 0
out has "range": "0-1,3"
out has "range": "2"
