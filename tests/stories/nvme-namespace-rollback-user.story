# VF 0 was of a guest that had `a`; then it was let go, and `b` was given to it for somebody else, and to another controller
# by hand. No rollback takes `b` away from that one, nor gives the VF back to the guest of before with `b`.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: what is refused changes nothing

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file let-go.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file next.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, pf: false}, b: {size: 1GiB, shared: true, vf: 0}}}
run apply -y wish.yaml
exit 0

# what the guest had before it may have again
run apply -y let-go.yaml
exit 0
run rollback -y
exit 8
err lacks [namespace-visible]
see 0000:31:00.1 driver vfio-pci

run apply -y next.yaml
exit 0
write nvme/0000:31:00.0/namespace/3 attach:3
run rollback -y
exit 4
err has error: ssd0.ns.b: VF 0 of 0000:31:00.0 has namespace 3, which pawl knows as ssd0.ns.b, and it is not for who uses the VF from then on [namespace-visible]
see 0000:31:00.1 driver -
