# Once an apply has noted that a card has moved, what pawl set on it goes with it: neither a rollback nor `state: absent` takes
# the VFs of the card that stands in the old place.
facts examples/facts/kunpeng.json
lab no: the lab's cards do not change places

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {serial: 033XYZ10L8000123, function: 0}, vfs: {count: 2, driver: none}}
file fewer.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {serial: 033XYZ10L8000123, function: 0}, vfs: {count: 1}}
file absent.yaml
| pawl: 1
| hosts:
|   kp001: {state: absent}

run apply -y wish.yaml
exit 0

# the cards change places (hot plugging), and somebody makes two VFs of the other one
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 0
swap 0000:17:00.0 0000:98:00.0
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 2
run apply -y fewer.yaml
exit 0
err has nic0 has moved
see 0000:98:00.0 sriov_numvfs 1
run ledger
exit 0
out has nic0.vfs  0000:98:00.0
out lacks nic0.vfs  0000:17:00.0

# and back: what is theirs stays theirs
write sys/bus/pci/devices/0000:98:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 0
swap 0000:17:00.0 0000:98:00.0
write sys/bus/pci/devices/0000:98:00.0/sriov_numvfs 1
run apply -y fewer.yaml
exit 0
err has nic0 has moved
run rollback -y
exit 8
see 0000:17:00.0 sriov_numvfs 0
see 0000:98:00.0 sriov_numvfs 1
run apply -y fewer.yaml
exit 0
run apply -y absent.yaml
exit 0
see 0000:17:00.0 sriov_numvfs 0
see 0000:98:00.0 sriov_numvfs 1
