# Two VFs change their namespaces, and a rollback changes them back: both are taken before either is given, so that neither
# user sees both.
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
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}, b: {size: 20GiB, vf: 1}}}
file swapped.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 1}, b: {size: 20GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
run apply -y swapped.yaml
exit 0
err has 1/4  done      ssd0.ns.a  0000:31:00.0 nsid 2  controllers vf.0 -> (none)
err has 2/4  done      ssd0.ns.b  0000:31:00.0 nsid 3  controllers vf.1 -> (none)
run rollback -y
exit 8
err has 1/4  done      ssd0.ns.a  0000:31:00.0 nsid 2  controllers vf.1 -> (none)
err has 2/4  done      ssd0.ns.b  0000:31:00.0 nsid 3  controllers vf.0 -> (none)
err has 3/4  done      ssd0.ns.a  0000:31:00.0 nsid 2  controllers (none) -> vf.0
err has 4/4  done      ssd0.ns.b  0000:31:00.0 nsid 3  controllers (none) -> vf.1
run apply -y wish.yaml
exit 0
out has nothing to do
