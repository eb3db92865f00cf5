# A run dies while a drive makes a namespace, and somebody else makes another one of that size before anyone looks:
# pawl takes neither until it is told which.
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
|         nvme: {namespaces: {a: {size: 100GiB, pf: true}}}

die @51 after
run apply -y wish.yaml
revive
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
run apply -y wish.yaml
exit 4
err has an earlier run may have made ssd0.ns.a on 0000:31:00.0, and which it is cannot be told
err has say which it is: `adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}` or `adopt: {nsid: 3, nguid: 

file told.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 2}, size: 100GiB, pf: true}}}
run apply -y told.yaml
exit 0
out has ssd0.ns.a  controllers  (none) -> pf
run apply -y told.yaml
exit 0
out has nothing to do

# one that is there is not given away, nor taken for another
file wrong.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 1, eui64: "0025385b71b00009"}, pf: true}}}
run plan wrong.yaml
exit 4
err has 0000:31:00.0 has no namespace 1 that is as `adopt` says

file elsewhere.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 2, vf-interrupts: 1, namespaces: {a: {adopt: {nsid: 1, eui64: 0025385b71b00001}, vf: 0}}}
run plan elsewhere.yaml
exit 4
err has namespace 1 is attached to pf, and the wish is for vf.0
