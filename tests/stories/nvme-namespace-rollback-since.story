# VF 0 was a guest's, a run gave it to the host, and a later one gave it a namespace there. The rollback of the first of
# these asks before it gives the VF back to vfio-pci with the host's namespace.
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
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file b.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file c.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {c: {size: 1GiB, vf: 0}}}
run apply -y a.yaml
exit 0
run apply -y b.yaml
exit 0
run history -o json
run apply -y c.yaml
exit 0
run rollback -y @PLAN@
exit 4
err has [namespace-visible]
