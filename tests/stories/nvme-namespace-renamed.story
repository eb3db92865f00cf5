# A namespace gets another name by the `adopt` that pawl's own hint says: it stays where it is, no gate takes it for one that
# nobody wishes for, and what pawl gave away under the old name it takes back under the new one.
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
|           namespaces: {a: {size: 100GiB, vf: 0}, b: {size: 20GiB, vf: 1}}
file renamed.yaml
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
|             aa: {size: 100GiB, vf: 0, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}
|             b: {size: 20GiB, vf: 1}
file moved-at-once.yaml
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
|             aa: {size: 100GiB, vf: 1, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}
|             b: {size: 20GiB, vf: 1}
run apply -y wish.yaml
exit 0

# the plan says it: no step, and all the same something for an apply to do; and no gate asks
run plan renamed.yaml
exit 0
out has no step, 1 namespace gets another name.
out lacks nothing to do
err has namespace 2 of 0000:31:00.0 is known as ssd0.ns.a: an apply gives it the name ssd0.ns.aa, and deletes nothing [namespace-takes-name]
err lacks namespace-visible
err lacks namespace-left
run plan --detailed-exitcode renamed.yaml
exit 2
run assert renamed.yaml
exit 2
out has stores is not as wished: 1 object differs.
out has ssd0.ns.aa  known as ssd0.ns.a
run assert moved-at-once.yaml
exit 2
out has stores is not as wished: 1 object differs.
out lacks known as
run plan moved-at-once.yaml
exit 0
out has 1 disrupts
run apply -y renamed.yaml
exit 0
run ledger
out has ssd0.ns.aa
out lacks ssd0.ns.a 
run plan --detailed-exitcode renamed.yaml
exit 0
out has nothing to do, the host is as wished.
err lacks namespace-takes-name
run assert renamed.yaml
exit 0

# seen by who asks what has happened; it was no run, and what the last one has done can be taken back
run history
exit 0
out has ssd0.ns.aa is the name of namespace 2 of 0000:31:00.0, which was ssd0.ns.a
run history -o json
exit 0
out has "former": "ssd0.ns.a"
run status
exit 0
out has Named       ssd0.ns.aa is the name of namespace 2 of 0000:31:00.0, which was ssd0.ns.a, since 
run status -o json
exit 0
out has "former": "ssd0.ns.a"
run rollback -y
exit 8
out has ssd0.ns.aa  controllers  vf.0 -> (none)
run status
exit 0
out lacks Named
run apply -y renamed.yaml
exit 0
run history
exit 0
out has ssd0.ns.aa is the name of namespace 2 of 0000:31:00.0, which was ssd0.ns.a

# without `adopt` from then on; to whom pawl gave it as `a`, from them it is taken as `aa`
file moved.yaml
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
|           namespaces: {aa: {size: 100GiB, vf: 1}, b: {size: 20GiB, vf: 1}}
file absent.yaml
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
|           namespaces: {aa: {state: absent}, b: {size: 20GiB, vf: 1}}
run plan --allow=data-loss:ssd0.ns.aa absent.yaml
exit 0
run apply -y moved.yaml
exit 0
run plan --allow=data-loss:ssd0.ns.aa absent.yaml
exit 0
out has ssd0.ns.aa  namespace    100 GiB in blocks of 512 B -> (none)

# the old name is free: another namespace may have it, and what pawl gave of the first is not forgotten with it
file both.yaml
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
|           namespaces: {a: {size: 1GiB, vf: 0}, aa: {size: 100GiB, vf: 1}, b: {size: 20GiB, vf: 1}}
file back.yaml
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
|           namespaces: {a: {size: 1GiB, vf: 1}, aa: {size: 100GiB, vf: 0}, b: {size: 20GiB, vf: 1}}
run apply -y both.yaml
exit 0
run apply -y back.yaml
exit 0
run apply -y back.yaml
exit 0
out has nothing to do
