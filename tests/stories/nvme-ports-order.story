# A drive with two ports: what a VF of one port gets or loses by the handle of the other keeps the order that it has by its own.
# What comes waits until the driver of before has let go, and the next driver until what goes is gone.
facts tests/facts/ports.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nvme-ports-namespaces.story dies between the same writes

modprobe vfio-pci
file host.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: false}}}
file given.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, controllers: [10]}}}
|       port1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file taken.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, controllers: []}}}
file none.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 0}
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, controllers: [10]}}}
run apply -y host.yaml
exit 0

# it comes when the host's driver is gone
run apply -y given.yaml
exit 0
out has 1-2  port1.vf.0  override     nvme -> vfio-pci
out has 3  port0.ns.a  controllers  (none) -> controller 10
see 0000:41:00.1 driver vfio-pci

# it goes before the host's driver is back, whichever port the file names first
run apply -y taken.yaml
exit 0
out has 3  port0.ns.a  controllers  controller 10 -> (none)
out has 4  port1.vf.0  driver       (no driver) -> nvme
see 0000:41:00.1 driver nvme

# a rollback keeps it as well
run rollback -y
exit 8
out has 1  port1.vf.0  driver       nvme -> (no driver)
out has 2  port0.ns.a  controllers  (none) -> controller 10
out has 3-4  port1.vf.0  override     nvme -> vfio-pci

# and so do VFs that are made anew
run apply -y none.yaml
exit 0
run apply -y taken.yaml
exit 0
out has 2  port0.ns.a  controllers    controller 10 -> (none)
out has 3  port1.vfs   numvfs         0 -> 1
