# The namespace is detached, and the drive refuses to delete it: a rollback gives it to nobody, and what it says is how it
# comes back to who had it. Its data is there.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: a drive that refuses is what it is about

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
run apply -y wish.yaml
exit 0

# the plan says it of the step itself
run plan --allow=data-loss:ssd0.ns.a absent.yaml
exit 0
out has undo     none: who is to have it again, the file says: `vf`, `pf` or `controllers` of it
fail nvme/*/ns/*
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 5
run rollback -y
err has which the run has taken away, stay away: no rollback gives it back, and its data is there
err has hint: who is to have it again, the file says: `vf`, `pf` or `controllers` of it
err lacks nvme detach-ns
run apply -y wish.yaml
exit 0
out has ssd0.ns.a  controllers  (none) -> pf
run apply -y wish.yaml
exit 0
out has nothing to do
