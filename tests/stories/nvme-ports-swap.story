# Of one drive with two ports, too: what goes from a controller is gone before what comes to it.
facts tests/facts/ports.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, controllers: [10]}}}
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {size: 20GiB, controllers: [11]}}}
file swapped.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, controllers: [11]}}}
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {size: 20GiB, controllers: [10]}}}
run apply -y wish.yaml
exit 0
run apply -y swapped.yaml
exit 0
err has 1/4  done      port0.ns.a  0000:31:00.0 nsid 4  controllers controller 10 -> (none)
err has 2/4  done      port1.ns.b  0000:41:00.0 nsid 5  controllers vf.1 -> (none)
run rollback -y
exit 8
err has 1/4  done      port0.ns.a  0000:31:00.0 nsid 4  controllers controller 11 -> (none)
err has 2/4  done      port1.ns.b  0000:41:00.0 nsid 5  controllers vf.0 -> (none)
run apply -y wish.yaml
exit 0
out has nothing to do
