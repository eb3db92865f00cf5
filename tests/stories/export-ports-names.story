# A namespace of a drive with two ports that nobody has is exported below the port by whose handle pawl knows it: the plan of
# the export is empty, and once it is applied the first file fits still.
facts tests/facts/ports.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one wish alone

modprobe vfio-pci
file a.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {e: {size: 6GiB, pf: false}}}
run apply -y a.yaml
exit 0
run export --out ex.yaml
exit 0
run plan ex.yaml
exit 0
out has nothing to do
err lacks namespace-left
run apply -y ex.yaml
exit 0
run plan a.yaml
exit 0
