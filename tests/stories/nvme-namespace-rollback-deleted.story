# What a run has deleted no rollback gives back, whatever has its number since. A drive that tells UUIDs alone tells them to who
# has the namespace: of one that nobody has, number and size are all there is to tell it from another.
facts tests/facts/uuid-stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nvme-namespace-rollback.story dies between the same writes

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
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {state: absent}}}
run apply -y pf.yaml
exit 0
run apply -y pf.yaml
exit 0

# the run takes it from who has it, and deletes it; somebody makes one of the same size since, which gets its number
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 0
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
run rollback -y
exit 0
err has namespace of 0000:31:00.0, which the run has deleted, is gone: no rollback brings its data back
out lacks controllers
run show 0000:31:00.0
exit 0
out lacks uuid.22c38d18ff10c95d0000000200000002

# a run gave it to the drive's own controller, a later one has deleted it: who has its number now keeps what they have
write nvme/0000:31:00.0/ns/by-hand delete:2
run apply -y pf.yaml
exit 0
run apply -y pf.yaml
exit 0
run apply -y nobody.yaml
exit 0
run plan -o json pf.yaml
run apply -y pf.yaml
exit 0
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 0
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
write nvme/0000:31:00.0/namespace/2:209715200x512:- attach:1
run rollback -y @PLAN@
exit 0
err has nobody gets it back: the run of
err has has deleted it since
out has nothing to do
