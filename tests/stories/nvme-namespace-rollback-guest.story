# A run has taken the namespace of g1 from VF 0; a later one has given the VF to g2, which runs. The rollback of the first
# gives g2 no data of g1.
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
file b.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: false}}}
file c.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: false}, c: {size: 3GiB, vf: 0}}}
|     guests:
|       g2:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
run apply -y a.yaml
exit 0
run apply -y stop.yaml
exit 0
run apply -y b.yaml
exit 0
run history -o json
run apply -y c.yaml
exit 0
run rollback -y @PLAN@
exit 4
err has error: ssd0.ns.a: VF 0 of 0000:31:00.0 would get namespace 2 back, and it
err has who uses it now has come since [namespace-visible]
