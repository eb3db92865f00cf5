# A run that dies when it is about to delete has detached: the next one deletes what is left.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 3TiB, pf: true}}}
run apply -y wish.yaml
exit 0

file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {state: absent}, all: {size: all-remaining}, never: {state: absent}}}
die nvme/*/ns/*
run apply -y --allow=data-loss:ssd0.ns.db,namespace-nameless:ssd0.ns.never other.yaml
revive
run plan --allow=data-loss:ssd0.ns.db,namespace-nameless:ssd0.ns.never other.yaml
exit 0
out lacks controllers
out has 3 TiB in blocks of 512 B -> (none)
out has (none) -> 3.39 TiB in blocks of 512 B
out has 1 to create (1 namespace), 0 to change, 1 to delete (1 namespace); 1 LOSES DATA
run apply -y --allow=data-loss:ssd0.ns.db,namespace-nameless:ssd0.ns.never other.yaml
exit 0
run apply -y --allow=data-loss:ssd0.ns.db,namespace-nameless:ssd0.ns.never other.yaml
exit 0
out has nothing to do
