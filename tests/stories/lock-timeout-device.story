# Another process has a device's lock: it is waited for while the other device goes on, and not for ever.
facts tests/facts/lab-x86.json
lab no: pawl would say so before it plans; the moment is the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

meanwhile */journal hold device/0000:02:00 somebody 5000
run apply -y --lock-timeout 10 wish.yaml
exit 0
err has nic0.vfs: waits for its lock, which somebody has, for at most 10 s
out has 10 of 10 steps done: verified, the host is as wished.
see 0000:01:00.0 sriov_numvfs 2
see 0000:02:00.0 sriov_numvfs 2

file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 0}}
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

meanwhile */journal hold device/0000:02:00 somebody 50000
run apply -y --lock-timeout 10 none.yaml
exit 5
err has the device 0000:02:00 is locked, still after 10 s [device-locked]
err has held by: somebody
see 0000:01:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_numvfs 2
release device/0000:02:00
run apply -y none.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 0

# asked to stop while it waits: it waits no longer
meanwhile */journal hold device/0000:02:00 somebody 50000
run apply -y --lock-timeout 10 wish.yaml
exit 5
