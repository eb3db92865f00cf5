# A run dies when the drive has made a namespace, and has not heard of it. The next run takes it for the one that was asked
# for: it is meant for the VF that it gives it to, and is not asked about as somebody else's once that has it.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one death alone

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
die nvme/*/ns/* 1 after
run apply -y wish.yaml
revive
run apply -y wish.yaml
exit 0
err has [namespace-found]
see 0000:31:00.1 driver vfio-pci
run assert wish.yaml
exit 0
