# What is to be absent is one thing: by its name and by `adopt`, as the ledger has it and as the drive has it. Where these
# say two things nothing is deleted, and nothing is called done.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about names

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}, b: {size: 2GiB}}}
run apply -y wish.yaml
exit 0
run ledger
out has ssd0.ns.a  0000:31:00.0  namespace  2 (
out has ssd0.ns.b  0000:31:00.0  namespace  3 (

# namespace 3 has another name
file b-as-a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent, adopt: {nsid: 3, nguid: 22c38d18ff10c95d0000000300000002}}}}
run apply -y --allow=data-loss:ssd0.ns.a b-as-a.yaml
exit 4
err has namespace 3 of 0000:31:00.0 is ssd0.ns.b: pawl knows it by that name
run ledger
out has ssd0.ns.a  0000:31:00.0  namespace  2 (
out has ssd0.ns.b  0000:31:00.0  namespace  3 (

# namespace 1 has none, and `a` is another
file other-as-a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent, adopt: {nsid: 1, eui64: 0025385b71b00001}}, b: {size: 2GiB}}}
run apply -y --allow=data-loss:ssd0.ns.a other-as-a.yaml
exit 4
err has `adopt` says namespace 1 of 0000:31:00.0, and pawl knows ssd0.ns.a as namespace 2

# the number of one and the EUI-64 of another
file half.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {old: {state: absent, adopt: {nsid: 4, eui64: 0025385b71b00001}}}}
run apply -y --allow=data-loss:ssd0.ns.old half.yaml
exit 4
err has no namespace that is all that `adopt` says, and namespace 1 is some of it
err has adopt: {nsid: 1, eui64: "0025385b71b00001"}

# what is nowhere is as wished
file nowhere.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {old: {state: absent, adopt: {nsid: 7, eui64: 0025385b71b0000f}}}}
run plan nowhere.yaml
exit 0
out has the host is as wished

# the handle has another name now
file renamed.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
run apply -y renamed.yaml
exit 4
err has one as ssd0.ns.a, which no file has any more
run show -o json 0000:31:00.0
out has "nsid": 2,
out has "nsid": 3,
