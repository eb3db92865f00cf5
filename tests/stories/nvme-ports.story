# One drive with two ports: the VFs of the second are controllers 10 to 17, which its list alone says.
facts tests/facts/lab-x86-ports.json
lab x86-ports arm64-ports

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-ports:
|     devices:
|       port1:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: none, groups: [{range: "1", driver: nvme}]}
|         nvme: {vf-queues: 5, vf-interrupts: 4}
run apply -y wish.yaml
exit 0
out has verified, the host is as wished.
see 0000:02:00.2 driver nvme
see 0000:01:00.0 sriov_numvfs 0
sh
| nvme-agrees 0000:01:00.0
| nvme-agrees 0000:02:00.0
| test "$(cat /sys/bus/pci/devices/0000:02:00.2/nvme/nvme*/cntlid)" = 11
run plan --detailed-exitcode wish.yaml
exit 0
