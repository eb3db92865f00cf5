# kill -9 while the kernel makes the VFs: the write goes on, and the next run pays what this one owes.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none}}

sh
| pawl apply -y wish.yaml >/dev/null 2>&1 & run=$!
| until cat /proc/[0-9]*/stack 2>/dev/null | grep -q sriov_numvfs_store; do kill -0 $run || exit 1; done
| kill -9 $run
| sleep 3
| test "$(cat /sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe)" = 0
| test "$(cat /sys/bus/pci/devices/0000:02:00.0/sriov_numvfs)" = 3
| pawl status | grep -q autoprobe

run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:00.0 sriov_numvfs 3
see 0000:02:10.4 driver_override none
