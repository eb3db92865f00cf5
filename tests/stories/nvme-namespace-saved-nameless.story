# The ledger is lost between a saved plan that deletes a namespace and its apply: which one was meant is not known any more. The
# namespace is there with its data, and that is said: not that nothing is left to do.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing is written

file w.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file ab.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {state: absent}}}
run apply -y w.yaml
exit 0
run plan --out a.plan --allow=data-loss:ssd0.ns.a ab.yaml
exit 0
put var/lib/pawl/ledger

# the configuration itself is refused: which one it was is not known
run plan ab.yaml
exit 4
err has [namespace-nameless]
run apply -y --allow=data-loss:ssd0.ns.a a.plan
exit 4
err has [namespace-nameless]
err lacks the host is as the saved plan wishes already
