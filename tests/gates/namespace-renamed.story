# A name in the file changes: the namespace under the old one would be left, and an empty one made.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
run apply -y wish.yaml
exit 0

file renamed.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {size: 1GiB, pf: true}}}
run apply -y renamed.yaml
exit 4
err has renamed.yaml:7:39: error: a new one would be made; namespace 2 of 0000:31:00.0 is as it should be, and pawl knows it as ssd0.ns.a, which no file has any more [namespace-renamed]
err has give it its old name; or let it be so: `--allow=namespace-renamed:ssd0.ns.b`
err lacks with --allow
run apply -y wish.yaml
exit 0
out has nothing to do
