# A run dies right after the drive has made a namespace, and its name in the file changes before the next run: what the
# dead run has asked for may be there under its old name.
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
|         nvme: {namespaces: {a: {size: 100GiB}}}
file renamed.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {size: 100GiB}}}
die @51 after
run apply -y wish.yaml
revive
run show -o json 0000:31:00.0
out has "nsid": 2,
run apply -y renamed.yaml
exit 4
err has namespace 2 of 0000:31:00.0 is as it should be, and a run that died may have made it as ssd0.ns.a, which no file has any more [namespace-renamed]
run apply -y wish.yaml
exit 0
run show -o json 0000:31:00.0
out lacks "nsid": 3,
