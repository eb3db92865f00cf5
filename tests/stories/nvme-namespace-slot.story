# A drive goes to another slot, and takes along whom pawl has given its namespaces to: it may move them there.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about a drive that was moved

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 1}}}
run apply -y wish.yaml
exit 0
reboot
swap 0000:31:00.0 0000:41:00.0
modprobe vfio-pci
run apply -y other.yaml
exit 0
see 0000:41:00.0 sriov_numvfs 2
