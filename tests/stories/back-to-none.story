# From virtual functions to none, and what was kept for them goes with them.
facts tests/facts/lab-x86.json
lab x86

file some.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

run apply -y some.yaml
exit 0
see 0000:02:10.2 driver_override none

run plan --detailed-exitcode none.yaml
exit 2

run apply -y none.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:10.0 here -
sh
| test "$(lspci -d 8086:10ca | wc -l)" = 0

# a new VF has no override: the wish for it is applied afresh
run apply -y some.yaml
exit 0
see 0000:02:10.0 driver_override none
see 0000:02:10.0 driver -
