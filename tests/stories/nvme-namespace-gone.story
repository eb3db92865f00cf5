# Somebody has deleted what pawl had made: pawl makes no other one in its place until it is told that it may.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the deaths of other stories fall between the same writes

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB}}}
run apply -y wish.yaml
exit 0
write nvme/0000:31:00.0/ns/by-hand delete:2
run apply -y wish.yaml
exit 4
err has 0000:31:00.0 has no namespace any more that is the one that ssd0.ns.a was
err has to have a new one made, apply once with `state: absent`, then without

file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
run apply -y absent.yaml
exit 0
out has nothing to do
run apply -y wish.yaml
exit 0
out has (none) -> 100 GiB in blocks of 512 B
run apply -y wish.yaml
exit 0
out has nothing to do
