# A run that dies right after the drive has made a namespace makes no second one, and takes no other: the only new one
# of that size that nobody has is it; of two nobody can tell.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, pf: true}}}

die @51 after
run apply -y wish.yaml
revive
run plan wish.yaml
exit 0
out has ssd0.ns.a  controllers  (none) -> pf
out lacks (none) -> 100 GiB
run apply -y wish.yaml
exit 0
run apply -y wish.yaml
exit 0
out has nothing to do

# and a third one of that size, made by hand: it is nobody's of the wish
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
run apply -y wish.yaml
exit 0
out has nothing to do
