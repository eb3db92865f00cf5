# A host that is decommissioned: the namespaces that pawl has made stay, with their data, and each is told of.
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
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {size: 100GiB, vf: 0}
|             b: {size: 20GiB, controllers: []}
run apply -y wish.yaml
exit 0
file gone.yaml
| pawl: 1
| hosts:
|   stores:
|     state: absent
run plan gone.yaml
exit 0
err has warning: ssd0.ns.a is left over: namespace 2 of 0000:31:00.0, 100 GiB, with its data; attached to vf.0
err has warning: ssd0.ns.b is left over: namespace 3 of 0000:31:00.0, 20 GiB, with its data; nobody has it
err has `state: absent` of it under its drive deletes it
err lacks namespace 1
run apply -y gone.yaml
exit 0
err has ssd0.ns.a is left over
run apply -y gone.yaml
exit 0
out has nothing to do
err has ssd0.ns.a is left over
err has ssd0.ns.b is left over
run assert gone.yaml
exit 0
