# A drive that gives its VFs nothing may have namespaces made all the same.
facts tests/facts/drives.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, block-size: 4096, pf: true}}}

run apply -y wish.yaml
exit 0
out has ssd0.ns.a  controllers  (none) -> pf
run apply -y wish.yaml
exit 0
out has nothing to do
