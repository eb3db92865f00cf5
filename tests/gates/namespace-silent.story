# What has a UUID alone tells it to who has it: while the drive's own controller has it not, it may be the one that is meant.
facts tests/facts/uuid-stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing is written but by hand

file adopt.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 2, uuid: 22c38d18ff10c95d0000000200000001}}}}
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
run apply -y adopt.yaml
exit 4
err has adopt.yaml:7:40: error: namespace 2 of 0000:31:00.0 may be the one that ssd0.ns.a is, and its UUID is told to a controller that has it alone: controller 1, which pawl asks, has it not [namespace-silent]
err has hint: if it is that one, say `adopt: {nsid: 2}` without its UUID
run assert adopt.yaml
exit 4
err has [namespace-silent]
