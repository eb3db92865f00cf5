# Two drives change places, and an apply that names one of them notes both. A restore brings back what is known of the
# other as well, where it stands now.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
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
run restore
exit 0
err lacks ssd0 is 0000:31:00.0
see 0000:41:00.0 sriov_numvfs 1
