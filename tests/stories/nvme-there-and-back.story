# Two drives change places, an apply of the one notes it, and they change back: what is known of the other is asked of it,
# wherever it stands, before its VF goes to somebody else.
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
file c.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
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
run apply -y c.yaml
exit 4
err has [namespace-visible]
run facts capture --out facts.json
exit 0
run plan --facts facts.json c.yaml
exit 4
err has [namespace-visible]
