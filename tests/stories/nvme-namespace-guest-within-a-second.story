# Two controllers lose a namespace within a second, each with a guest of its own: who looked before the first must look
# again before the second.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: a guest comes in the middle of the run, and stays: the next run cannot end as if nothing had

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, shared: true, controllers: [2, 3]}}}
run apply -y wish.yaml
exit 0
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
meanwhile nvme/*/namespace/2:* hold 0000:31:00.2 qemu
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 5
err has 0000:31:00.2 (VF 1 of 0000:31:00.0) would lose namespace 2: it is open in qemu
err has [namespace-in-use]
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 4
release 0000:31:00.2
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 0
