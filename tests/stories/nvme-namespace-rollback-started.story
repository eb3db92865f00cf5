# One run takes the namespace of g1 from VF 0 and starts g2 with the VF. Its rollback leaves g2 running ("no rollback takes
# it back"), and gives it no data of g1.
facts tests/facts/stores-guests.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one wish alone

modprobe vfio-pci
file a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
|     guests:
|       g1:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
file stop.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
|     guests:
|       g1:
|         state: stopped
|         hostdevs: [{device: ssd0.vf.0}]
file c.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: false}}}
|     guests:
|       g2:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
run apply -y a.yaml
exit 0
run apply -y stop.yaml
exit 0
run apply -y c.yaml
exit 0
run rollback -y
exit 4
err has who uses it now has come since [namespace-visible]
