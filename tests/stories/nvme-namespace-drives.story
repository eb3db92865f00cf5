# A handle that means another drive for a while: what pawl knows by a name is of the drive on which that was, wherever the
# handle goes, and neither gone, nor deleted, nor made once more when it comes back.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about names

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
file other-absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
run apply -y wish.yaml
exit 0
run apply -y other-absent.yaml
exit 4
err has pawl knows ssd0.ns.a as namespace 2 of 0000:31:00.0, and here its drive is 0000:41:00.0
run apply -y wish.yaml
exit 0
out has nothing to do

# adopted on one drive, then on the other, then on the first again
file one.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {adopt: {nsid: 1, eui64: 0025385b71b00001}}}}
file two.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {adopt: {nsid: 1, eui64: 0025385b71b00002}}}}
file plain.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {size: 96GiB}}}
run apply -y one.yaml
exit 0
run apply -y two.yaml
exit 0
run apply -y one.yaml
exit 0
run apply -y plain.yaml
exit 0
out has nothing to do
