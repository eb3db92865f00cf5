# What is known by a UUID alone is deleted only where the drive tells it: by its number and size somebody else's, made
# after it under the same number, would be deleted.
facts tests/facts/uuid-stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: a run that dies once it has taken the namespace from the drive leaves a question, as the end shows

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
run apply -y nobody.yaml
exit 0
run apply -y nobody.yaml
exit 0
out has nothing to do

# nobody has it, so that nothing tells which it is; it is not gone either
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 4
err has namespace 2 of 0000:31:00.0 may be the one that ssd0.ns.db is, and its UUID is told to a controller that has it alone: controller 1, which pawl asks, has it not [namespace-silent]
err has hint: apply once with `pf: true` instead of `state: absent`
run apply -y pf.yaml
exit 0
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 0
out has ssd0.ns.db  controllers  pf -> (none)
run apply -y absent.yaml
exit 0
out has nothing to do

# somebody's own under the same number and of the same size: it is given to nobody, once the drive tells it
run apply -y pf.yaml
exit 0
run apply -y pf.yaml
exit 0
run apply -y nobody.yaml
exit 0
write nvme/0000:31:00.0/ns/by-hand delete:2
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
write nvme/0000:31:00.0/namespace/2 attach:1
run apply -y pf.yaml
exit 4
err has [namespace-gone]
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 0
out has nothing to do
run show -o json 0000:31:00.0
out has "nsid": 2,

# with its UUID it is adopted where it is told, and stays so; without it by its number
write nvme/0000:31:00.0/namespace/2 detach:1
file adopt.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {x: {adopt: {nsid: 2, uuid: 22c38d18ff10c95d0000000200000003}}}}
file gone.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {x: {state: absent, adopt: {nsid: 2, uuid: 22c38d18ff10c95d0000000200000003}}}}
file number.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {x: {state: absent, adopt: {nsid: 2}}}}
run apply -y adopt.yaml
exit 4
err has hint: if it is that one, say `adopt: {nsid: 2}` without its UUID
run apply -y --allow=data-loss:ssd0.ns.x gone.yaml
exit 4
err has [namespace-silent]
run apply -y --allow=data-loss:ssd0.ns.x number.yaml
exit 4
err has [namespace-silent]
write nvme/0000:31:00.0/namespace/2 attach:1
run apply -y adopt.yaml
exit 0
write nvme/0000:31:00.0/namespace/2 detach:1
run apply -y adopt.yaml
exit 0
out has nothing to do
run apply -y --allow=data-loss:ssd0.ns.x gone.yaml
exit 4
err has [namespace-silent]

# a run that dies between the two: what it was to delete is a question
write nvme/0000:31:00.0/namespace/2 attach:1
die nvme/*/ns/*
run apply -y --allow=data-loss:ssd0.ns.x,namespace-attached:ssd0.ns.x gone.yaml
revive
run apply -y --allow=data-loss:ssd0.ns.x gone.yaml
exit 4
err has [namespace-silent]
run show -o json 0000:31:00.0
out has "nsid": 2,

# and what the hint says is the whole answer
file told.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {x: {pf: true, adopt: {nsid: 2, uuid: 22c38d18ff10c95d0000000200000003}}}}
run apply -y --allow=data-loss:ssd0.ns.x gone.yaml
exit 4
err has hint: apply once with `pf: true` instead of `state: absent`: then the drive tells it, and `state: absent` deletes it
run apply -y told.yaml
exit 0
run apply -y --allow=data-loss:ssd0.ns.x gone.yaml
exit 0
run show -o json 0000:31:00.0
out lacks "nsid": 2,

# so it is of a name that pawl has given, which need not say again how large it is
file db.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {pf: true}}}
run apply -y pf.yaml
exit 0
run apply -y pf.yaml
exit 0
die nvme/*/ns/*
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
revive
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 4
err has hint: apply once with `pf: true` instead of `state: absent`
run apply -y db.yaml
exit 0
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 0
run apply -y absent.yaml
exit 0
out has nothing to do
