# A rollback gives a namespace back to who had it before the run, and takes it from whom the run gave it; what the run has
# made stays with its data, which is said once. Who has something in use keeps it: the rollback is refused as any run is.
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
file moved.yaml
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
|           namespaces: {a: {size: 100GiB, vf: 1}, b: {size: 20GiB, vf: 1}}
run apply -y wish.yaml
exit 0
run apply -y moved.yaml
exit 0

# a guest has the VF that it would be taken from
hold 0000:31:00.2 guest7
run rollback -y
exit 4
err has guest7
release 0000:31:00.2
run rollback -y
exit 8
out has ssd0.ns.a  controllers  vf.1 -> (none)
out has ssd0.ns.a  controllers  (none) -> vf.0
out has undo     controllers back to vf.1
out has 2 of 2 steps done: verified, the run is taken back.
err lacks not-taken-back
run apply -y wish.yaml
exit 0
out has nothing to do

# a rollback is a run like any other; and what it gave is pawl's to take
run rollback -y
exit 8
out has ssd0.ns.a  controllers  vf.0 -> (none)
run apply -y wish.yaml
exit 0
run apply -y wish.yaml
exit 0
out has nothing to do

# a run that has made them: nobody has them any more, and they stay; the last line says so
file anew.yaml
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
|             c: {size: 1GiB, vf: 0}
|             d: {size: 2GiB, vf: 1}
run apply -y anew.yaml
exit 0
run rollback -y
exit 8
err has note: ssd0.ns.c, ssd0.ns.d stay, with all that is stored there: what a run has made on a drive no rollback deletes [not-taken-back]
out has ssd0.ns.c  controllers  vf.0 -> (none)
out has ssd0.ns.d  controllers  vf.1 -> (none)
out lacks ssd0.ns.a
out has 2 of 2 steps done: verified, the run is taken back, but for what stays: see above.
run apply -y anew.yaml
exit 0
out has 0 to create, 2 to change

# somebody else has given it away since: it stays where it is, and that is told by name
run apply -y moved.yaml --allow=namespace-visible:ssd0.ns.c,namespace-visible:ssd0.ns.d
exit 0
write nvme/0000:31:00.0/namespace/2 detach:3
write nvme/0000:31:00.0/namespace/2 attach:5
run rollback -y
err has note: ssd0.ns.a: controllers of 0000:31:00.0 nsid 2 is vf.3; pawl had set vf.1, so this is somebody else's and stays [changed-since]
write nvme/0000:31:00.0/namespace/2 detach:5

# what has been deleted since comes back to nobody
file absent.yaml
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
|           namespaces: {a: {pf: false}, b: {vf: 1}, c: {state: absent}, d: {vf: 1}}
run apply -y --allow=data-loss:ssd0.ns.c absent.yaml
exit 0
run rollback -y
err has warning: ssd0.ns.c: namespace of 0000:31:00.0, which the run has deleted, is gone
out has nothing to do
