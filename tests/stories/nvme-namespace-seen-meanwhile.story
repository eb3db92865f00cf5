# Somebody attaches a namespace to a VF while the plan is under way: its next user does not get it with the VF. What the run
# itself has made and given is for whom it was wished.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: somebody attaches one in the middle of the run: the next run cannot end as if nothing had

modprobe vfio-pci
write nvme/0000:31:00.0/ns/by-hand create:4194304x512
file first.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: true}}}
file given.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: true}, b: {size: 1GiB, vf: 0}, c: {size: 1GiB, vf: 1}}}
file more.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 8, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: true}}}
run apply -y first.yaml
exit 0

# right before its controller goes online, a tenth of a second after somebody has looked
delay nvme/*/queues 100
meanwhile nvme/*/1/queues write nvme/0000:31:00.0/namespace/2 attach:3
run apply -y more.yaml
exit 5
err has error: VF 1 of 0000:31:00.0 has namespace 2, and it is not for who uses the VF from then on [namespace-visible]
write nvme/0000:31:00.0/namespace/2 detach:3
run apply -y more.yaml
exit 0

# right before the VF goes to its driver
meanwhile */0000:31:00.1/driver_override write nvme/0000:31:00.0/namespace/2 attach:2
run apply -y given.yaml
exit 5
err has error: VF 0 of 0000:31:00.0 has namespace 2, and it is not for who uses the VF from then on [namespace-visible]
see 0000:31:00.1 driver -
write nvme/0000:31:00.0/namespace/2 detach:2
run apply -y given.yaml
exit 0
see 0000:31:00.1 driver vfio-pci
see 0000:31:00.2 driver vfio-pci
run apply -y given.yaml
exit 0
out has nothing to do
