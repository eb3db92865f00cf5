# --lock-timeout: another run is waited for, and so is a device that another process has; not for ever.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

# as always: not waited for
hold host somebody 60000
run apply -y wish.yaml
exit 75
err has another run of pawl is under way
run apply -y --lock-timeout 1 wish.yaml
exit 75
err has host: waits for its lock, which
err has has, for at most 1 s
err has another run of pawl is under way
see 0000:02:00.0 sriov_numvfs 0
release host

hold host somebody 1500
run apply -y --lock-timeout 30 wish.yaml
exit 0
err has host: waits for its lock, which
out has 5 of 5 steps done: verified, the host is as wished.
see 0000:02:00.0 sriov_numvfs 2
