# A rollback tells of what stays by the names that it has now: who deletes by an old one would delete another. What somebody
# has deleted since does not stay.
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
|             b: {size: 20GiB, vf: 1}
file renamed.yaml
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
|             a: {vf: 1, adopt: {nsid: 3, nguid: "22c38d18ff10c95d0000000300000002"}}
|             c: {vf: 0, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}
run apply -y wish.yaml
exit 0
run apply -y renamed.yaml
exit 0
run rollback
err has note: ssd0.ns.c, ssd0.ns.a stay, with all that is stored there
err lacks ssd0.ns.b

# number 3 is gone, and another one has its number
write nvme/0000:31:00.0/namespace/3 detach:3
write nvme/0000:31:00.0/ns/ssd0.ns.a delete:3
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
run rollback -y
exit 8
err has note: ssd0.ns.c stays, with all that is stored there
err has the namespace that the run has made is not on 0000:31:00.0 any more: it was deleted since [not-taken-back]
err lacks which the run has set, stays
