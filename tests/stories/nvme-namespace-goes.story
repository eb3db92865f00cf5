# A namespace goes where the wish says, from the controllers that pawl gave it to: also from a VF that is gone.
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
|             a: {size: 100GiB, vf: 0}
|             b: {size: 1GiB, shared: true, controllers: [3, 2, 1]}
run apply -y wish.yaml
exit 0
run plan --detailed-exitcode wish.yaml
exit 0

file other.yaml
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
|             a: {size: 100GiB, vf: 1}
|             b: {size: 1GiB, shared: true, controllers: [1]}
run apply -y other.yaml
exit 0
out has ssd0.ns.a  controllers  vf.0 -> (none)
out has affects  0000:31:00.1 loses a namespace
out has ssd0.ns.a  controllers  (none) -> vf.1
out has ssd0.ns.b  controllers  pf, vf.0, vf.1 -> pf, vf.1
out has ssd0.ns.b  controllers  pf, vf.1 -> pf
run plan --detailed-exitcode other.yaml
exit 0

# attachments outlive the VFs
file none.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 0}}
run apply -y none.yaml
exit 0
file nobody.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, pf: false}, b: {size: 1GiB, shared: true}}}
run apply -y nobody.yaml
exit 0
out has ssd0.ns.a  controllers  vf.1 -> (none)
out lacks ssd0.ns.b

# and what somebody else gave is not taken, whoever gave the rest
write nvme/0000:31:00.0/namespace/3 attach:5
file back.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB}, b: {size: 1GiB, shared: true, pf: false}}}
run apply -y back.yaml
exit 4
err has namespace 3 is attached to pf, vf.3, and the wish is for none [namespace-elsewhere]
write nvme/0000:31:00.0/namespace/3 detach:5
run apply -y back.yaml
exit 0
out has ssd0.ns.b  controllers  pf -> (none)
