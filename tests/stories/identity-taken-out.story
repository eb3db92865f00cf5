# A card is taken out, and another one applied in its place: what was set on the first waits for it under its serial number,
# and nobody else gets it. Once it is on the machine again an apply notes where, and it is restored as ever.
facts examples/facts/kunpeng.json
lab no: the lab's cards do not change places

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {serial: 033XYZ10L8000123, function: 0}, vfs: {count: 2, driver: none}}
file other.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic1: {select: {serial: 033XYZ10L8000124, function: 0}, vfs: {count: 1, driver: none}}
run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 0
swap 0000:17:00.0 0000:98:00.0
write sys/bus/pci/devices/0000:98:00.0/remove 1
run apply -y --allow=identity-changed:nic1 other.yaml
exit 0
run ledger
exit 0
out has nic0.vfs   033XYZ10L8000123@0000:17:00.0  numvfs
out has nic1.vfs   0000:17:00.0                   numvfs
run rollback -y ddc9569e
exit 0
out has nothing to do
see 0000:17:00.0 sriov_numvfs 1

# with a boot it is there again
reboot
run restore
exit 0
err has nothing of nic0 is restored: the device that was at 0000:17:00.0, 033XYZ10L8000123, has been taken out of it, and another one was applied there since [not-restored]
err has when it is on this machine again, apply a configuration that has it
see 0000:17:00.0 sriov_numvfs 1
see 0000:98:00.0 sriov_numvfs 0
run apply -y wish.yaml
exit 0
see 0000:98:00.0 sriov_numvfs 2
run ledger
exit 0
out has nic0.vfs   0000:98:00.0  numvfs
reboot
run restore
exit 0
err lacks not-restored
see 0000:17:00.0 sriov_numvfs 1
see 0000:98:00.0 sriov_numvfs 2
