# A run makes fewer VFs and gives VF 0 a namespace. Its rollback makes the VFs anew, binds VF 0 for its user of before, and
# only then takes the namespace away: namespace-visible refuses that order, which is pawl's own. With the --allow that it
# names, the user of before has the namespace for a while.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one wish alone

modprobe vfio-pci
file a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file b.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {b: {size: 2GiB, vf: 0}}}
run apply -y a.yaml
exit 0
run apply -y b.yaml
exit 0
run rollback -y
exit 8
see 0000:41:00.1 driver vfio-pci
