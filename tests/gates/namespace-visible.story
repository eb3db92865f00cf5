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
err has forgotten.yaml:8:27: error: VF 1 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a, and it is not for who uses the VF from then on [namespace-visible]
run plan --allow=namespace-visible:ssd0.ns.a forgotten.yaml
exit 0

# where nothing is done to the VF it is only told, and assert says the same
file kept.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run apply -y kept.yaml
exit 0
out has nothing to do
err has warning: namespace 2 of 0000:31:00.0, which pawl knows as ssd0.ns.a, is in no file any more: it stays, and VF 1 goes on having it [namespace-left]
run assert kept.yaml
exit 0

# the hint works as it stands: what pawl knows by its name needs no size
file taken.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {pf: false}}}
run plan taken.yaml
exit 0
out has ssd0.ns.a  controllers
err lacks namespace-visible
file other-vf.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {vf: 0}}}
run plan other-vf.yaml
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
