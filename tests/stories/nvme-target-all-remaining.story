# --target leaves out a namespace that is to be deleted: its room is not free now, and `all-remaining` is what is left
# beside it. Room for one that is yet to be made stays that one's, left out or not.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the plan of what is applied is another one

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 3TiB}}}
run apply -y wish.yaml
exit 0
file less.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}, b: {size: 100GiB}, all: {size: all-remaining}}}
run plan less.yaml
out has ssd0.ns.all  namespace
out has (none) -> 3.29 TiB
run plan --target ssd0.ns.all less.yaml
exit 0
err has left out by --target: ssd0.ns.a, ssd0.ns.b
run apply -y --target ssd0.ns.all less.yaml
exit 0
run plan --target ssd0.ns.all --target ssd0.ns.b less.yaml
exit 0
out has ssd0.ns.b
out lacks ssd0.ns.all  
