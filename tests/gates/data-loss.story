# What is stored in a namespace is deleted by its name alone: not by -y, not by a pattern, not by a saved plan.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: a saved plan is stale once a part of it is done; nvme-namespace-absent dies instead

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 100GiB, pf: true}, log: {size: 1GiB, pf: true}}}
run apply -y wish.yaml
exit 0

file less.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {state: absent}, log: {size: 1GiB, pf: true}}}
run apply -y less.yaml
exit 4
err has error: namespace 2 of 0000:31:00.0, 100 GiB in blocks of 512 B, known by nguid.
err has would be deleted with all that is stored in it [data-loss]
err has --allow=data-loss:ssd0.ns.db
run apply -y --allow=data-loss less.yaml
exit 64
err has names data-loss, which is allowed by one whole name at a time: `data-loss:NAME`
err has as in data-loss:ssd0.ns.db
run apply -y --allow=data-loss:ssd0.ns.* less.yaml
exit 64
run apply -y --allow=data-loss:ssd0.ns less.yaml
exit 4
run apply -y --allow=data-loss:ssd0.ns.log less.yaml
exit 4

run plan --out saved.plan --allow=data-loss:ssd0.ns.db less.yaml
exit 0
out has ssd0.ns.db  controllers  pf -> (none)
out has undo     never: the data is gone
run apply -y saved.plan
exit 4
err has [data-loss]
run apply -y --allow=data-loss:ssd0.ns.db saved.plan
exit 0
run apply -y less.yaml
exit 0
out has nothing to do
run rollback -y
exit 0
