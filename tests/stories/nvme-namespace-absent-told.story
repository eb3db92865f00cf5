# Only what is told for certain is deleted: nothing by its number alone, nothing that a dead run may have made, and not what
# somebody takes or replaces at the last moment.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the deaths of other stories fall between the same writes

file number.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {old: {state: absent, adopt: {nsid: 1}}, gone: {state: absent, adopt: {nsid: 7}}}}
run plan number.yaml
exit 4
err has hint: say what it is known by, too: `adopt: {nsid: 1, eui64: "0025385b71b00001"}`

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB}}}
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
run apply -y wish.yaml
exit 0

# somebody attaches it between the plan and its deletion
meanwhile nvme/*/ns/* write nvme/0000:31:00.0/namespace/2 attach:1
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 1
err has namespace 2 is attached to pf
run show -o json 0000:31:00.0
out has "nsid": 2,

# or it is another one by then
write nvme/0000:31:00.0/namespace/2 detach:1
run plan --out saved.plan absent.yaml --allow=data-loss:ssd0.ns.a
exit 0
write nvme/0000:31:00.0/ns/by-hand delete:2
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
run apply -y --allow=data-loss:ssd0.ns.a saved.plan
exit 6
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 0
out has nothing to do
run show -o json 0000:31:00.0
out has "nsid": 2,

# what a dead run may have made is not deleted on a guess, nor what has another name in the same file
file another.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {size: 1GiB}}}
die nvme/*/ns/*
run apply -y another.yaml
revive
write nvme/0000:41:00.0/ns/by-hand create:2097152x512
file guess.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {state: absent}}}
run apply -y --allow=data-loss:ssd1.ns.b guess.yaml
exit 4
err has an earlier run may have made ssd1.ns.b on 0000:41:00.0, and which it is cannot be told
file both.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme:
|           namespaces:
|             x: {adopt: {nsid: 1, eui64: 0025385b71b00001}}
|             y: {state: absent, adopt: {nsid: 1, eui64: 0025385b71b00001}}
run validate both.yaml
exit 65
err has adopt: another name of this drive adopts the same namespace
