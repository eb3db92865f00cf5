# The kernel does not let go of the write: pawl says so after its deadline, and the device stays locked.
facts tests/facts/lab-x86.json
lab no: nothing in the lab blocks a write as long as it is wanted

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

hang */sriov_numvfs
run apply -y wish.yaml
exit 5
err has [still-running]
run apply -y wish.yaml
exit 75
run export
exit 75
err has [device-busy]
run status
exit 0
revive
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:00.0 sriov_numvfs 2
