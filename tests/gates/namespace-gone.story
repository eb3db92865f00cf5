# Somebody has deleted what pawl made: a new one in its place would be empty. That it is gone is known.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing is written but by hand

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}}}
run apply -y wish.yaml
exit 0
write nvme/0000:31:00.0/ns/by-hand delete:2
run plan wish.yaml
exit 4
out has no step is planned, REFUSED
err has wish.yaml:7:29: error: 0000:31:00.0 has no namespace any more that is the one that ssd0.ns.a was; it has: 1 (96 GiB in blocks of 512 B, eui.0025385b71b00001) [namespace-gone]
err has hint: if it is one of these, say which: `adopt: {nsid: N, ..}`; to have a new one made, apply once with `state: absent`, then without
run assert wish.yaml
exit 2
out has ssd0.ns.a  state: present wanted, absent found (wish.yaml:7:29)

file adopt.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {adopt: {nsid: 2, nguid: 22c38d18ff10c95d0000000200000001}}}}
run apply -y adopt.yaml
exit 4
err has adopt.yaml:7:40: error: 0000:31:00.0 has no namespace 2 that is as `adopt` says; it has: 1 (96 GiB
run assert adopt.yaml
exit 2
out has ssd0.ns.b  state: present wanted, absent found (adopt.yaml:7:29)
