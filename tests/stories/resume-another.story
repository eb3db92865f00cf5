# Between a run that died and `resume` a name has become another namespace's, by the operator's word: what the plan was
# to give to a guest's controller is not what would be given now.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one death alone

file given.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, shared: true, controllers: [1]}}}
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, shared: true, controllers: [1, 2]}}}
|       ssd1: {select: {pci: "0000:41:00.0"}, driver: nvme}
file adopted.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000002"}, size: 1GiB, shared: true}}}

run apply -y given.yaml
exit 0
die nvme/*/namespace/2:*
run apply -y --parallel 1 wish.yaml
revive
run resume
exit 64
out has 1 step on 1 device
out has controllers  pf -> pf, vf.0
write nvme/0000:31:00.0/namespace/2 detach:1
write nvme/0000:31:00.0/ns/by-hand delete:2
write nvme/0000:31:00.0/ns/by-hand create:2097152x512s
write nvme/0000:31:00.0/namespace/2 attach:1
run resume -y
exit 4
err has [namespace-gone]
run apply -y adopted.yaml
exit 0
out has nothing to do
run resume -y
exit 6
err has error: ssd0.ns.a: its controllers would go pf -> pf, vf.0, and the interrupted plan has no such step [stale-plan]
err has cannot be gone on with
