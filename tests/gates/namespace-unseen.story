# A controller that is neither the drive's own nor that of a VF is another port's, which another host has: what it has
# mounted there nobody sees from here.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 100GiB}, log: {size: 1GiB, controllers: [9]}}}
run apply -y wish.yaml
exit 0
write nvme/0000:31:00.0/namespace/2 attach:9
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
err has error: controller 9, which would lose a namespace of 0000:31:00.0, is neither its own nor that of a VF or another port here: who uses it there is not seen [namespace-unseen]
err has hint: look on the host that has the other port, and let go of it there; or let it be so: `--allow=namespace-unseen:ssd0.ns.db`
err lacks [namespace-attached]

# a pattern, or the gate alone, is no word on what another host has
run apply -y --allow=data-loss:ssd0.ns.db,namespace-unseen absent.yaml
exit 64
run apply -y --allow=data-loss:ssd0.ns.db,namespace-unseen:ssd0.ns.db absent.yaml
exit 0

# also when pawl has given it there: the file changes, and that host knows nothing of it
file moved.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {log: {size: 1GiB, pf: true}}}
run apply -y moved.yaml
exit 4
err has [namespace-unseen]
run apply -y --allow=namespace-unseen:ssd0.ns.log moved.yaml
exit 0
out has controllers  controller 9 -> (none)
