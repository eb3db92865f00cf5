# Every mistake of a file in one run, each with its line and a caret; nothing is touched.
facts tests/facts/lab-x86.json
lab no: nothing of the machine is asked

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     device:
|       nic0: {}
|     devices:
|       nic0: {select: {pci: 02:00.0}, vfs: {count: many, driver: none, count: 3}}
|       Nic1: {select: {pci: "0000:02:00.0"}}

run validate wish.yaml
exit 65
err
| wish.yaml:4:5: error: unknown key "device" in lab-x86; did you mean "devices"? [unknown-key]
|     device:
|     ^~~~~~
|   hint: this version of pawl has these keys of lab-x86: class, match, platform, state, devices, guests
| wish.yaml:7:28: error: pci: must be a PCI address such as 0000:17:00.0, not "02:00.0"; write the full address 0000:02:00.0 [bad-value]
|       nic0: {select: {pci: 02:00.0}, vfs: {count: many, driver: none, count: 3}}
|                            ^~~~~~~
| wish.yaml:7:51: error: count: must be a number, decimal or 0x..., not "many" [bad-value]
|       nic0: {select: {pci: 02:00.0}, vfs: {count: many, driver: none, count: 3}}
|                                                   ^~~~
| wish.yaml:7:71: error: the key "count" is given twice, first at wish.yaml:7:44 [duplicate-key]
|       nic0: {select: {pci: 02:00.0}, vfs: {count: many, driver: none, count: 3}}
|                                                                       ^~~~~
|   hint: keep one of the two
| wish.yaml:8:7: error: HANDLE: must be a handle: a lower-case letter, then letters, digits and "-", not "Nic1" [bad-name]
|       Nic1: {select: {pci: "0000:02:00.0"}}
|       ^~~~

run apply -y wish.yaml
exit 65
see 0000:02:00.0 sriov_numvfs 0

# one file, named twice
file once.yaml
| pawl: 1
| hosts: {lab-x86: {}}
run validate once.yaml once.yaml
exit 65
err has once.yaml:2:9: error: host "lab-x86": the file is read twice [duplicate-key]
err has name the file once

# the machine knows its short name only
file domain.yaml
| pawl: 1
| hosts: {one: {match: {hostname: lab-x86.example.org}}}
run plan domain.yaml
exit 65
err has one (hostname is lab-x86 here)
err has give that one match: {hostname: lab-x86}
