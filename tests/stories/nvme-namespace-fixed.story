# A drive that does not manage namespaces has those that it came with: what is wished for them is refused before anything is
# done, in the words of the specification. What it gives its VFs it gives all the same.
facts tests/facts/fixed-drive.json
lab no: QEMU's controller says that it manages them

file namespaces.yaml
| pawl: 1
| hosts:
|   fixed-drive:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 4, namespaces: {a: {size: 1GiB, vf: 0}}}
run apply -y namespaces.yaml
exit 4
err has 0000:41:00.0 does not manage namespaces: OACS bit 3 of its controller is 0 [namespace-management]
err has hint: leave `namespaces` out for this drive
see 0000:41:00.0 sriov_numvfs 0
write nvme/0000:41:00.0/namespace/1 attach:2 EOPNOTSUPP
run show
out has 0000:41:00.0  1

file shares.yaml
| pawl: 1
| hosts:
|   fixed-drive:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 4}
run apply -y shares.yaml
exit 0
run plan --detailed-exitcode shares.yaml
exit 0
run export
out has vf-queues: 4
out lacks namespaces
