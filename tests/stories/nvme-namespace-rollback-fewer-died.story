# The rollback of a run that made fewer VFs dies when these are gone. The next one makes them, and takes a namespace from
# a VF that is there by then: no step says so (no EFFECT_NAMESPACE_LOST, so no gate asks who uses it).
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
|         vfs: {count: 2, driver: none}
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
die */sriov_numvfs 2
run rollback -y
revive
run rollback -y
exit 8
