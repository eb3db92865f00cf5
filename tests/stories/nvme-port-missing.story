# A drive has two ports with one serial number, and one of them is not there when the other is applied first: once that one is
# gone instead, the other has not moved into its place. What pawl knows of the drive's namespaces holds for both.
facts tests/facts/ports.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0003}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}, b: {size: 2GiB, pf: true}}}
write sys/bus/pci/devices/0000:41:00.0/remove 1
run apply -y wish.yaml
exit 0
run ledger -o json
exit 0
out has "cntlid": "1"

# both are there: which one is meant is not said, and neither has moved
write sys/bus/pci/rescan 1
run plan wish.yaml
exit 4
err has 2 functions fit, 1 is expected
err lacks moved

# the other one alone is not the one that pawl has set
write sys/bus/pci/devices/0000:31:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:31:00.0/remove 1
run plan wish.yaml
exit 4
err has ssd0 was 0000:31:00.0 when it was last applied, and select means 0000:41:00.0 now, another device: NVMe controller id 9, not 1 [device-moved]
err has controller 1, which would lose a namespace of 0000:41:00.0, is neither its own nor that of a VF
run restore
exit 1
err has nothing of ssd0 is restored: 0000:31:00.0 is not on the PCI bus
err lacks that card is at
run show 41:00
exit 0
out has 4          ssd0.ns.a  1 GiB    512 B  2           controller 2

# it is back, alone
write sys/bus/pci/rescan 1
write sys/bus/pci/devices/0000:41:00.0/remove 1
run apply -y wish.yaml
exit 0
err lacks moved
see 0000:31:00.0 sriov_numvfs 2
