# kill -9 while the kernel makes the VFs; resume pays what is owed, and does what is left, with no file.
facts tests/facts/lab-x86.json
lab x86
twin no: its deaths are struck at one operation; resume plays them

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none}}

sh
| pawl apply -y wish.yaml >/dev/null 2>&1 & run=$!
| # the lock says it once the write is a helper's, which goes on by itself
| until grep -qs ' write sys/.*sriov_numvfs' /run/pawl/device/0000:02:00.lock; do kill -0 $run || exit 1; done
| kill -9 $run
| while pawl status | grep -q 'write sys'; do sleep 0.2; done
| test "$(cat /sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe)" = 0
| test "$(cat /sys/bus/pci/devices/0000:02:00.0/sriov_numvfs)" = 3
| rm wish.yaml

run resume -y
exit 0
out has verified, the host is as wished
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:00.0 sriov_numvfs 3
see 0000:02:10.4 driver_override none
run history
out has goes on with the run of
run resume
exit 0
err has nothing-to-resume
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
