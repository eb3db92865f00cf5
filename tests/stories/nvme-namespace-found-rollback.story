# A run dies before it sees what the drive has made, and the next one finds it: a rollback tells of that one as of any other
# that it leaves.
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
|           namespaces: {a: {size: 100GiB, vf: 0}, b: {size: 20GiB, vf: 1}}
die nvme/*/ns/* 1 after
run apply -y wish.yaml
revive
run resume -y
exit 0
err has [namespace-found]
run rollback -y
exit 8
err has note: ssd0.ns.a, ssd0.ns.b stay, with all that is stored there
err lacks warning
