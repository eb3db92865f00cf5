# Another process has the device's lock, as the helper of a write that is still in the kernel: it is not touched.
facts tests/facts/lab-x86.json
lab no: the moment is the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

hold device/0000:02:00 somebody
run apply -y --parallel 1 wish.yaml
exit 75
see 0000:01:00.0 sriov_numvfs 0
release device/0000:02:00

meanwhile */0000:01:00.0/sriov_numvfs hold device/0000:02:00 somebody
run apply -y --parallel 1 wish.yaml
exit 5
err has the device 0000:02:00 is locked [device-locked]
err has held by: somebody
err lacks left-temporary
see 0000:01:00.2 driver_override none
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:00.0 sriov_numvfs 0
release device/0000:02:00
run apply -y --parallel 1 wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 2
