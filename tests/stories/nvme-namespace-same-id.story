# A maker has given the namespaces of two drives one EUI-64. The handle means the other drive now: its namespace is not the
# one that pawl knows, as that is where it was, and it is not deleted for it.
facts tests/facts/same-id.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about names

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 1, eui64: 0025385b71b00001}}}}
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
run apply -y wish.yaml
exit 0
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 4
err has pawl knows ssd0.ns.a as namespace 1 of 0000:31:00.0
run show -o json 0000:41:00.0
out has "nsid": 1,
