# A run dies before the drive has made what it was asked for, and somebody makes one of that size and gives it away.
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
die nvme/*/ns/*
run apply -y wish.yaml
revive
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
write nvme/0000:31:00.0/namespace/2 attach:1
run apply -y wish.yaml
exit 4
err has wish.yaml:7:29: error: an earlier run may have made ssd0.ns.a on 0000:31:00.0, and which it is cannot be told
err has hint: look at `pawl show`, and say which it is: `adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}`; or give it another name
run assert wish.yaml
exit 4
err has [namespace-untold]
