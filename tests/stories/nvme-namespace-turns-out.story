# A drive that tells UUIDs alone tells them to who has the namespace: that a namespace is another than the one it was taken for
# is seen when it is attached. The run is past "nothing was changed" then, and says so.
facts tests/facts/uuid-stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about what a run says at its end

file pf.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 100GiB, pf: true}}}
file nobody.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 100GiB, pf: false}}}
run apply -y pf.yaml
exit 0
run apply -y pf.yaml
exit 0
run apply -y nobody.yaml
exit 0

# somebody puts one of the same size in its place, which gets its number
write nvme/0000:31:00.0/ns/by-hand delete:2
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
run rollback -y
exit 5
err has is meant, and what the drive has by that number is 2 (100 GiB in blocks of 512 B, uuid.
err has [stopped-part-way]
err lacks [nothing-changed]
run status
exit 0
out has controllers (none) -> pf: stopped, not taken

# likewise by an apply
write nvme/0000:31:00.0/ns/by-hand delete:2
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
run apply -y pf.yaml
exit 7
out has 1 of 1 step done. The host is not as wished
err has has no namespace any more that is the one that ssd0.ns.db was
run plan pf.yaml
exit 4
err has [namespace-gone]
