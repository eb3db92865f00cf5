# The same; the file of the first day, with both drives in their places, goes on as on the first day.
facts tests/facts/uuid-stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
modprobe vfio-pci
file a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 1, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {b: {size: 2GiB, vf: 0}}}
|       ssd1:
|         select: {nvme-serial: STORE0002}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file b.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {nvme-serial: STORE0002}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run apply -y a.yaml
exit 0
reboot
swap 0000:31:00.0 0000:41:00.0
run apply -y b.yaml
exit 0
reboot
swap 0000:31:00.0 0000:41:00.0
run apply -y a.yaml
exit 0
