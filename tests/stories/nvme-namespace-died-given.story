# A run died when the drive had made the namespace. The next one takes it for that, gives it to VF 0, and VF 0 to its driver:
# whom it gave it to itself is no reason to doubt which it is.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about deaths of its own

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
die nvme/*/ns/* 1 after
run apply -y wish.yaml
revive
run apply -y wish.yaml
exit 0
err has is the only new one of that size, and is taken for it [namespace-found]
see 0000:31:00.1 driver vfio-pci
run apply -y wish.yaml
exit 0
out has nothing to do
