# Who gets a VF next does not find the data of the one before.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 1}}}
run apply -y wish.yaml
exit 0
file forgotten.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 2}
run apply -y forgotten.yaml
exit 4
err has forgotten.yaml:5:7: error: VF 1 of 0000:31:00.0 goes on being used, and has namespace 2, which pawl knows as ssd0.ns.a and no file has any more [namespace-visible]
run plan --allow=namespace-visible:ssd0.ns.a forgotten.yaml
exit 0

# one VF less, and it is nobody's
file less.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
run apply -y less.yaml
exit 0
err has warning: namespace 2 of 0000:31:00.0, which pawl knows as ssd0.ns.a, is in no file any more: it stays [namespace-left]
