# The drives have changed places, and no apply has noted it: a rollback does not say of what one of them has that it was
# deleted, only because the other one has it not.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about what is told
modprobe vfio-pci

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, pf: true}}}
run apply -y wish.yaml
exit 0
reboot
swap 0000:31:00.0 0000:41:00.0
run rollback
exit 0
err has ssd0.ns.a: namespace of 0000:31:00.0 (at 0000:41:00.0 now), which the run has set, stays
err lacks deleted since
