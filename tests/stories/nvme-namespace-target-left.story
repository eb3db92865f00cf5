# The file moves `a` from VF 0 to VF 1, and VF 0 gets `b` and a user. --target leaves the move out, so that VF 0 would go to
# its next user with both.
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
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file moved.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 1}, b: {size: 1GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
run apply -y --target ssd0.ns.b --target ssd0.vf.0.driver moved.yaml
exit 4
err has VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a, and it is not for who uses the VF from then on [namespace-visible]
see 0000:31:00.1 driver -
run apply -y moved.yaml
exit 0
see 0000:31:00.1 driver vfio-pci
run apply -y moved.yaml
exit 0
out has nothing to do
