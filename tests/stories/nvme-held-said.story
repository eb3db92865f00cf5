# A command to a drive hangs: who waits for its lock is told the namespace by its number, and no word of pawl's own
# notation.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it hangs
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
hang nvme/*/namespace/* 1
run apply -y wish.yaml
exit 5
err has (pawl): write nvme/0000:31:00.0/namespace/2
err lacks x512
run status
exit 0
out has Lock        0000:31:00 is held by process
out has (pawl): write nvme/0000:31:00.0/namespace/2
out lacks x512
run status -o json
exit 0
out has (pawl): write nvme/0000:31:00.0/namespace/2"
out lacks x512
