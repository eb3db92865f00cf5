# A handle that stands for another drive than before: what pawl knows by the name is still on the old one, and is not gone.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing more is written

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}}}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
run apply -y wish.yaml
exit 0
run apply -y --allow=data-loss:ssd0.ns.a other.yaml
exit 4
err has other.yaml:7:40: error: pawl knows ssd0.ns.a as namespace 2 of 0000:31:00.0, and here its drive is 0000:41:00.0: that one has none of this name [namespace-strayed]
err has hint: give that drive its name in the files again; or say which one of this drive is meant
run assert other.yaml
exit 4
err has [namespace-strayed]
