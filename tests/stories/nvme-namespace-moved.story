# What a dead run asked of one drive is not found on another, however alike their namespaces are.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one death alone

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, pf: true}}}
die @51 after
run apply -y wish.yaml
revive
run plan wish.yaml
exit 0
err has is the only new one of that size, and is taken for it [namespace-found]
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, pf: true}}}
write nvme/0000:41:00.0/ns/by-hand create:209715200x512
run apply -y other.yaml
exit 4
err has [namespace-untold]
