# Two drives whose namespaces have one identity (a maker does that): a rollback calls what it takes from each by its own name.
facts tests/facts/same-id.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file w.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {adopt: {nsid: 1, eui64: 0025385b71b00001}, vf: 0}}}
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {b: {adopt: {nsid: 1, eui64: 0025385b71b00001}, vf: 0}}}
run apply -y w.yaml
exit 0
run rollback -y
exit 8
err lacks ssd0.ns.a  0000:41:00.0
out has ssd1.ns.b
