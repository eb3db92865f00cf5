# The same without a boot: once both cards are back in their places, `state: absent` leaves the VFs alone that somebody has
# made of the second one.
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
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
|       ssd1:
|         select: {nvme-serial: STORE0002}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file b.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {nvme-serial: STORE0002}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file gone.yaml
| pawl: 1
| hosts:
|   stores:
|     state: absent
run apply -y a.yaml
exit 0
write sys/bus/pci/devices/0000:31:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:41:00.0/sriov_numvfs 0
swap 0000:31:00.0 0000:41:00.0
run apply -y b.yaml
exit 0
write sys/bus/pci/devices/0000:31:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:41:00.0/sriov_numvfs 0
swap 0000:31:00.0 0000:41:00.0
write sys/bus/pci/devices/0000:41:00.0/sriov_numvfs 1
run apply -y gone.yaml
see 0000:41:00.0 sriov_numvfs 1
