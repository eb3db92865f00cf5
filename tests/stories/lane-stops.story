# After a refusal nothing more is done on that device; another device is still brought to its wish.
facts tests/facts/lab-x86.json
lab no: the refusal is the twin's

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}

fail */0000:02:10.0/driver_override
run apply -y wish.yaml
exit 5
err has override of 0000:02:10.0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver_override -
see 0000:02:10.2 driver_override -
see 0000:01:00.0 sriov_numvfs 2
see 0000:01:00.2 driver_override none
