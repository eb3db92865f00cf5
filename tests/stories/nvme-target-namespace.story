# A namespace for a VF stands on the VFs, and on what that one has of the drive: --target brings them, and no other VF's.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the plan of what is applied is another one

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
|             b: {size: 1GiB, vf: 1}
run plan --target ssd0.ns.b wish.yaml
exit 0
out has ssd0.vfs   numvfs         0 -> 2
out has ssd0.vf.1  vf_queues      (new) -> 4
out has ssd0.ns.b  namespace      (none) -> 1 GiB in blocks of 512 B
out has ssd0.ns.b  controllers    (none) -> vf.1
out lacks ssd0.ns.a
out lacks ssd0.vf.0
err has left out by --target: ssd0.ns.a, ssd0.vf.0.driver, ssd0.vf.0.nvme
run apply -y --target ssd0.ns.b wish.yaml
exit 0
run apply -y wish.yaml
exit 0
run apply -y wish.yaml
exit 0
out has nothing to do
