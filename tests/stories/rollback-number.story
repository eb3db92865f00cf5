# Back to another number of VFs: the kernel makes them anew, and rollback says that they come without what they had.
facts tests/facts/lab-x86.json
lab x86

file one.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run apply -y one.yaml
exit 0
run apply -y two.yaml
exit 0
run rollback -y
exit 8
err has VFs of 0000:02:00.0 are made anew, 1 of them
see 0000:02:00.0 sriov_numvfs 1

run apply -y one.yaml
exit 0
see 0000:02:10.0 driver_override none
