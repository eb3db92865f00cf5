# Whether a namespace is shared is said when it is made. Of one that is there the drive tells it: it need not be said again to
# give it to several, and one that is private goes to none but one.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
modprobe vfio-pci

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             s: {size: 10GiB, shared: true, controllers: [2, 3]}
|             p: {size: 1GiB}
file known.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             s: {controllers: [1, 3]}
|             p: {}
file private.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             s: {controllers: [1, 3]}
|             p: {controllers: [2, 3]}
file said.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             s: {controllers: [1, 3], shared: false}
|             p: {size: 1GiB, controllers: [2, 3]}
file new.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             s: {controllers: [1, 3]}
|             p: {pf: false}
|             q: {controllers: [2, 3]}
run apply -y wish.yaml
exit 0
run apply -y known.yaml
exit 0
run plan --detailed-exitcode known.yaml
exit 0
run show
out has 10 GiB  512 B  1,3         itself, vf.1  yes

run plan private.yaml
exit 4
err has private.yaml:13:30: error: namespace 3 is private, and that is said when it is made [namespace-differs]
run assert private.yaml
exit 2

# the file itself says what is wrong: no machine is asked
run validate said.yaml
exit 65
err has said.yaml:12:30: error: a private namespace goes to one controller [namespace-wish]
err has said.yaml:13:42: error: a private namespace goes to one controller [namespace-wish]
run plan new.yaml
exit 65
err has size: is needed to make it
