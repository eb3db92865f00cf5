# A drive has controllers for more VFs than there are: a namespace that is given to one of these nobody gets.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing is applied
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, controllers: [4]}, b: {size: 1GiB, controllers: [3]}}}
run plan wish.yaml
exit 0
err has warning: it goes to the controller of vf.2, and there are 2 VFs: nobody gets it [namespace-idle]
err lacks vf.1
