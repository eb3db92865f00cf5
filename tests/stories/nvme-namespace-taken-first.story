# After a boot there are no VFs, and the drive has kept what their controllers were given. The run takes it from them
# before it makes the VFs: whoever opens one as soon as it is there, as a guest that starts with the machine, would lose
# its disk otherwise, and nobody had asked it.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about the order of one plan

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 1}}}
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {state: absent}}}
run apply -y wish.yaml
exit 0
reboot
modprobe vfio-pci
meanwhile nvme/*/online hold 0000:31:00.1 qemu
run apply -y other.yaml
exit 0
out has affects  0000:31:00.1 may lose a namespace
err has  2/15  done      ssd0.ns.a
err has  3/15  done      ssd0.vfs   0000:31:00.0  numvfs 0 -> 2
release 0000:31:00.1

# nor is anything deleted under it
reboot
meanwhile nvme/*/online hold 0000:31:00.2 qemu
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 0
out has affects  0000:31:00.2 may lose a namespace
run show -o json 0000:31:00.0
out lacks "nsid": 2,
