# VF 0 is of a guest that has `a`. The next one gets `b`, and not while the one before still has the VF: a run that stops in
# between, and a restore after that, leave nobody with another one's data.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: a write fails, and where the run stops is what it is about

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
file next.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: false}, b: {size: 2GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
fail */driver_override
run apply -y next.yaml
exit 5
see 0000:31:00.1 driver vfio-pci

# `a` is taken away, as the file says, and `b` is not given yet
run plan next.yaml
exit 0
out lacks ssd0.ns.a
out has ssd0.ns.b  controllers
reboot
run restore
see 0000:31:00.1 driver vfio-pci
run plan next.yaml
exit 0
out has ssd0.ns.b  controllers
run apply -y next.yaml
exit 0
see 0000:31:00.1 driver -
run apply -y next.yaml
exit 0
out has nothing to do

# nor has the host's driver a guest's namespace: the same where the VF has a handle of its own, which comes first
file own.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       v0:
|         select: {pci: "0000:31:00.1"}
|         driver: vfio-pci
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, controllers: [2]}, b: {size: 2GiB, pf: false}}}
fail nvme/*/namespace/*
run apply -y own.yaml
exit 5
see 0000:31:00.1 driver -
run apply -y own.yaml
exit 0
see 0000:31:00.1 driver vfio-pci
