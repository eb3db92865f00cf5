# Two pools at once on a real kernel: both counts are in the kernel at the same time, and each VF is as wished.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 7, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 4, driver: none}}

run apply -y --events wish.yaml
exit 0
out has "lanes":2,
out has "done":17,
see 0000:02:00.0 sriov_numvfs 7
see 0000:01:00.0 sriov_numvfs 4
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.0 sriov_drivers_autoprobe 1
see 0000:02:11.4 driver_override none
see 0000:01:00.4 driver_override none
sh
| test "$(lspci -d 8086:10ca | wc -l)" = 7
| test "$(lspci -d 1b36:0010 | wc -l)" = 5
| # the first count that begins has not ended when the second one begins
| grep '"knob":"numvfs"' said.out | sed 's/.*"event":"\([a-z-]*\)".*/\1/' >order
| printf 'step-starts\nstep-starts\nstep-ends\nstep-ends\n' | cmp - order
