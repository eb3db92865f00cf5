# A drive that gives its namespaces a UUID alone tells that to a controller that has the namespace, and to no other: what
# pawl has made stays known while it goes from the drive's own controller to VFs and back, and is deleted where it is told.
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

# made, and told only once it is attached; the next run keeps what it is told by then
run apply -y pf.yaml
exit 0
run ledger
exit 0
out has ssd0.ns.db  0000:31:00.0  namespace  2 (100 GiB in blocks of 512 B)
run apply -y pf.yaml
exit 0
out has nothing to do
run ledger
exit 0
out has ssd0.ns.db  0000:31:00.0  namespace  2 (100 GiB in blocks of 512 B, uuid.

# from the drive to a VF, where nothing is told, and back
run apply -y vf.yaml
exit 0
out has ssd0.ns.db  controllers  pf -> (none)
out has ssd0.ns.db  controllers  (none) -> vf.1
run apply -y vf.yaml
exit 0
out has nothing to do
run ledger
exit 0
out has ssd0.ns.db  0000:31:00.0  namespace  2 (100 GiB in blocks of 512 B, uuid.
run apply -y pf.yaml
exit 0
out has ssd0.ns.db  controllers  vf.1 -> (none)
run apply -y vf.yaml
exit 0
