# What a drive tells by a UUID alone, and to who has it alone, is given to a VF by its number and size: that is said, and
# where the drive's own controller has it there is nothing to say.
facts tests/facts/uuid-stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file pf.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {db: {size: 100GiB, pf: true}}}
file vf.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {db: {size: 100GiB, vf: 1}}}
file nobody.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {db: {size: 100GiB, pf: false}}}
run apply -y pf.yaml
exit 0
run apply -y pf.yaml
exit 0
run plan vf.yaml
exit 0
err lacks [namespace-unproved]
run apply -y nobody.yaml
exit 0
err lacks [namespace-unproved]

run plan pf.yaml
exit 0
err lacks [namespace-unproved]
run plan vf.yaml
exit 0
err has vf.yaml:8:61: warning: namespace 2 of 0000:31:00.0 is taken for it by its number and size: uuid.22c38d18ff10c95d0000000200000001, which it was known by, the drive tells to a controller that has it alone [namespace-unproved]
run apply -y vf.yaml
exit 0
err has [namespace-unproved]
run plan vf.yaml
exit 0
err lacks [namespace-unproved]
