# What was set on a card is not taken back from another one that stands in its place.
facts examples/facts/kunpeng.json
lab no: the lab's cards do not change places

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}
file absent.yaml
| pawl: 1
| hosts:
|   kp001: {state: absent}

run apply -y wish.yaml
exit 0
swap 0000:17:00.0 0000:98:00.0
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 2
run rollback -y
exit 0
out has nothing to do
err has is "2", as pawl had set it, but 0000:17:00.0 is another device than when it was last applied (serial number 033XYZ10L8000124, not 033XYZ10L8000123
see 0000:17:00.0 sriov_numvfs 2
run apply -y absent.yaml
exit 0
see 0000:17:00.0 sriov_numvfs 2
