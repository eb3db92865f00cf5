# The namespace is detached, and the drive refuses to delete it: a rollback gives it back to who had it. Its data is there.
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
out has undo     controllers back to pf
fail nvme/*/ns/*
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 5
run rollback -y
exit 8
out has ssd0.ns.a  controllers  (none) -> pf
err lacks not-taken-back
run apply -y wish.yaml
exit 0
out has nothing to do
