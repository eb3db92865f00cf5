# A drive with two ports: who uses a VF of one port is not given more by the handle of the other, while it has what no file
# names any more. It is asked of the controller, whichever port the command goes to.
facts tests/facts/ports.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one plan

modprobe vfio-pci
file mine.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {mine: {size: 1GiB, vf: 0}}}
file own.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {size: 2GiB, controllers: [10]}}}
file other.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {size: 2GiB, controllers: [10]}}}
file both.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {size: 2GiB, controllers: [10]}}}
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {mine: {size: 1GiB, controllers: [10]}}}
run apply -y mine.yaml
exit 0

# by its own port, and by the other
run apply -y own.yaml
exit 4
err has VF 0 of 0000:41:00.0 has namespace 4, which pawl knows as port1.ns.mine, and it is not for who uses the VF
run apply -y other.yaml
exit 4
err has VF 0 of 0000:41:00.0 has namespace 4, which pawl knows as port1.ns.mine, and it is not for who uses the VF

# both are meant
run apply -y both.yaml
exit 0
