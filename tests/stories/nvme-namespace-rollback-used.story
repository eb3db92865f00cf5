# The VF was the host's, a later run has given it to vfio-pci, and somebody has it open: a rollback asks before it attaches
# the namespace of before to it.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one wish alone

modprobe vfio-pci
file a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
file b.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: false}}}
file c.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: false}}}
run apply -y a.yaml
exit 0
run apply -y b.yaml
exit 0
run history -o json
run apply -y c.yaml
exit 0
hold 0000:31:00.1 somebody
run rollback -y @PLAN@
exit 4
err has who uses it now has come since [namespace-visible]
err has --allow=namespace-visible:ssd0.ns.a
