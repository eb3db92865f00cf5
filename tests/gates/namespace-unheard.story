# A name that was mistyped: nothing is deleted, and who meant another one hears of it, once.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing is written but the ledger

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {old: {adopt: {nsid: 1}}, db: {size: 1GiB}}}
file typo.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {old: {}, db: {size: 1GiB}, bd: {state: absent}}}
run apply -y wish.yaml
exit 0
run plan typo.yaml
exit 0
err has typo.yaml:7:68: warning: pawl remembers no namespace of 0000:31:00.0 by this name: nothing is deleted [namespace-unheard]
err has hint: compare with `pawl ledger`, which has the names; if there never was one, leave it out
run apply -y typo.yaml
exit 0
err has [namespace-unheard]
run apply -y typo.yaml
exit 0
err lacks [namespace-unheard]
run assert typo.yaml
exit 0
