# Allowed is that another card is meant by nic0, with a file that wishes for its driver alone: what pawl set on the card of
# before is nothing that it has set on this one, and neither a rollback nor `state: absent` takes VFs that somebody has made.
facts examples/facts/kunpeng.json
lab no: the lab's cards do not change places

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}
file driver.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, driver: hisdk3}
file absent.yaml
| pawl: 1
| hosts:
|   kp001: {state: absent}

run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 0
swap 0000:17:00.0 0000:98:00.0
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 2
run apply -y --allow=identity-changed:nic0 driver.yaml
exit 0
out has nothing to do
run ledger
exit 0
out has nic0.vfs  0000:98:00.0
out lacks nic0.vfs  0000:17:00.0
run rollback -y
exit 0
see 0000:17:00.0 sriov_numvfs 2
run apply -y absent.yaml
exit 0
see 0000:17:00.0 sriov_numvfs 2
