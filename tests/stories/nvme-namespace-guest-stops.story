# g2, with its namespace, gets the VF of g1, which the same file stops: the namespace comes to the VF when g1 has stopped,
# and not at all when it does not stop.
facts tests/facts/stores-guests.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: its guest stops once

modprobe vfio-pci
file a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {c: {size: 1GiB, vf: 1}}}
|     guests:
|       g1:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
|       g2:
|         state: stopped
|         hostdevs: [{device: ssd0.vf.1}]
file c.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {c: {size: 1GiB, vf: 0}}}
|     guests:
|       g1:
|         state: stopped
|         hostdevs: [{device: ssd0.vf.1}]
|       g2:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
run apply -y a.yaml
exit 0
fail qemu:* 1 EIO
run apply -y c.yaml
exit 5
run show
out lacks vf.0
run apply -y c.yaml
exit 0
