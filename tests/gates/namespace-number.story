# What is to be deleted is named by more than a number, which may be another one's by then.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing is written but by hand

file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent, adopt: {nsid: 2}}}}
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 4
err has absent.yaml:7:55: error: a number alone does not tell which one of 0000:31:00.0 is to be deleted: whoever makes the next one may get it [namespace-number]
err has hint: say what it is known by, too: `adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}`
err lacks [nothing-to-allow]
run assert absent.yaml
exit 4
err has [namespace-number]
