# VF 0 has the namespace of its last user. Whatever the drive is called in the files by then, its next user does not get
# the VF with that.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
file same.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run apply -y same.yaml
exit 4
err has error: VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a, and it is not for who uses the VF from then on [namespace-visible]
err has --allow=namespace-visible:ssd0.ns.a

# nor by a part of the wish
run apply -y --target ssd0.vf.0.driver same.yaml
exit 4
err has [namespace-visible]

# another handle
file renamed.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run apply -y renamed.yaml
exit 4
err has error: VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a, and it is not for who uses the VF from then on [namespace-visible]
err has --allow=namespace-visible:disk0.vf.0

# a set of two drives
file set.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {vendor: 0x1b36, device: 0x0010}
|         expect: 2
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run apply -y set.yaml
exit 4
err has VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a
err has --allow=namespace-visible:ssd0.0000:31:00.0.vf.0
err lacks VF 0 of 0000:41:00.0

# the VF by a handle of its own
file own.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|       v0:
|         select: {pci: "0000:31:00.1"}
|         driver: vfio-pci
run apply -y own.yaml
exit 4
err has VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a
see 0000:31:00.1 driver -

# the one that it is for may have it, also by a part of the wish and by another handle
file meant.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, controllers: [2]}}}
|       v0:
|         select: {pci: "0000:31:00.1"}
|         driver: vfio-pci
run apply -y --target v0 meant.yaml
exit 0
see 0000:31:00.1 driver vfio-pci
run apply -y meant.yaml
exit 0
out has nothing to do
