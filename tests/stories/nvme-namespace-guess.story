# A run dies before the drive has made what it was asked for, and somebody makes one of that size himself. Whose it is
# stays a question, however many runs come in between: what is deleted is not guessed.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one death alone

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB}}}
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {z: {size: 1GiB}}}
die nvme/*/ns/*
run apply -y wish.yaml
revive
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 4
err has [namespace-untold]
run apply -y other.yaml
exit 0
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 4
err has [namespace-untold]
run restore
exit 0
run rollback -y
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 4
err has [namespace-untold]

# who takes it for his says so, once: from then on it is known by its name
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
err has [namespace-found]
run apply -y wish.yaml
exit 0
out has nothing to do
err lacks [namespace-found]
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 0
run apply -y absent.yaml
exit 0
out has nothing to do
