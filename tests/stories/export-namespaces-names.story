# Two namespaces of a drive that would be called the same are two in what is exported.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

# the drive's own is number 1, and a file calls number 2 so
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       old:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {ns1: {size: 100GiB}, db: {size: 1GiB}}}
run apply -y wish.yaml
exit 0

# under another handle, with a name that there is already
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 2GiB}}}
run apply -y wish.yaml
exit 0
run export --out export.yaml
exit 0
run export
exit 0
out has ns1-2:
out has nsid: 1
out has ns1:
out has nsid: 2
out has db:
out has nsid: 3
out has ns4:
out has nsid: 4
run plan --detailed-exitcode export.yaml
exit 2
out has no step, 1 namespace gets another name.
