# kill -9 while the kernel makes the VFs, and the machine boots: the restore is no end of it, resume is.
facts tests/facts/lab-x86.json
lab x86
twin no: its deaths are struck at one operation; runs-boot plays them

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: none}}

sh
| pawl apply -y --parallel 1 wish.yaml >/dev/null 2>&1 & run=$!
| # the lock says it once the write is a helper's, which goes on by itself
| until grep -qs ' write sys/.*sriov_numvfs' /run/pawl/device/0000:02:00.lock; do kill -0 $run || exit 1; done
| kill -9 $run
| while pawl status | grep -q 'write sys'; do sleep 0.2; done
reboot

run restore
exit 0
err has [run-interrupted]
run status
exit 0
out has `pawl resume` goes on from there
run resume -y
exit 0
out has verified, the host is as wished
see 0000:02:00.0 sriov_numvfs 3
see 0000:02:10.4 driver_override none
see 0000:01:00.0 sriov_numvfs 1
run status
out lacks goes on from there
run resume
exit 0
err has nothing-to-resume
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 sriov_numvfs 0
