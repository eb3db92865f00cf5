# VF 0 goes from the definition of g1 into that of g2, with the namespace of g2. g1 runs on, and keeps the VF until it
# stops: nothing comes to the VF before.
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
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {c: {size: 1GiB, vf: 1}}}
|     guests:
|       g1:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
|       g2:
|         state: defined
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
|         state: running
|         hostdevs: [{device: ssd0.vf.1}]
|       g2:
|         state: defined
|         hostdevs: [{device: ssd0.vf.0}]
run apply -y a.yaml
exit 0
run apply -y c.yaml
exit 4
err has VF 0 of 0000:31:00.0 would get the namespace while guest g1 has it, and by the files the VF is not for g1 [namespace-visible]
err has hint: stop the guest that has it first: until then it keeps the VF, whatever its definition says

# the same file stops it
file stops.yaml
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
|         state: defined
|         hostdevs: [{device: ssd0.vf.0}]
run apply -y stops.yaml
exit 0
