# One namespace with two names: one of the two would be surprised.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing more is written

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
|         nvme: {namespaces: {a: {size: 1GiB}, b: {adopt: {nsid: 2}}}}
file number.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {adopt: {nsid: 2}}}}
run apply -y wish.yaml
exit 0
run apply -y both.yaml
exit 4
err has both.yaml:7:29: error: namespace 2 of 0000:31:00.0 is ssd0.ns.b as well: one namespace has one name [namespace-named]
err has both.yaml:7:57: error: namespace 2 of 0000:31:00.0 is ssd0.ns.a as well: one namespace has one name [namespace-named]
run apply -y number.yaml
exit 4
err has number.yaml:7:40: error: namespace 2 of 0000:31:00.0 is ssd0.ns.a: pawl knows it by that name [namespace-named]
err has hint: wish for it under its own name; or, to give it this one, say `adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}`
run assert number.yaml
exit 4
err has [namespace-named]
