# What is to be deleted was given to a controller by somebody else, who may still want it there.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 100GiB}}}
run apply -y wish.yaml
exit 0
write nvme/0000:31:00.0/namespace/2 attach:1
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {state: absent}}}
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 4
err has error: namespace 2 of 0000:31:00.0 is attached to pf, and not by pawl [namespace-attached]
run apply -y --allow=data-loss:ssd0.ns.db,namespace-attached:ssd0.ns.db absent.yaml
exit 0

# a controller that is offline, and without its VF, is nobody's
run apply -y wish.yaml
exit 0
write nvme/0000:31:00.0/namespace/2 attach:5
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 0
out has controllers  vf.3 -> (none)
