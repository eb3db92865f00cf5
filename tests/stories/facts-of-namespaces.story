# Facts hold what pawl has made and given away on a drive: the plan from them is the one made live.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, pf: true}}}
run apply -y wish.yaml
exit 0
run facts capture --out facts.json
run plan wish.yaml
out has nothing to do
run plan --facts facts.json wish.yaml
exit 0
out begins as before
