# A write is still in the kernel: what was set for it stays set, and nothing more is written to its device.
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
err lacks [not-taken]
err lacks 3/5
see 0000:02:00.0 sriov_drivers_autoprobe 0
revive
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
