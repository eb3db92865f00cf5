# `pawl ledger` says which namespace each name is, and of which name a run that died has asked for one and seen no answer.
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
|         nvme: {namespaces: {a: {size: 1GiB}}}
file both.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}, b: {size: 2GiB}}}
file less.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}, b: {size: 2GiB}}}
run ledger
exit 0
out lacks Namespaces that pawl knows
run apply -y wish.yaml
exit 0
run ledger
exit 0
out has ssd0.ns.a  0000:31:00.0  namespace  2 (1 GiB in blocks of 512 B, nguid.
die nvme/*/ns/*
run apply -y both.yaml
revive
write nvme/0000:31:00.0/ns/by-hand create:4194304x512
run ledger
exit 0
out has ssd0.ns.a  0000:31:00.0  namespace  2 (1 GiB in blocks of 512 B, nguid.
out has ssd0.ns.b  0000:31:00.0  namespace  not told: a run that died has asked for it
run ledger -o json
exit 0
out has "name": "ssd0.ns.a",
run apply -y both.yaml
exit 0
run apply -y --allow=data-loss:ssd0.ns.a less.yaml
exit 0
run ledger
exit 0
out lacks ssd0.ns.a
out has ssd0.ns.b  0000:31:00.0  namespace  3 (2 GiB in blocks of 512 B, nguid.
