# Somebody else makes namespaces of the same drive: what the drive refuses to make is not taken from what others have.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the deaths of other stories fall between the same writes

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 3TiB, pf: true}}}
meanwhile */ns/* write nvme/0000:31:00.0/ns/by-hand create:6442450944x512
run apply -y wish.yaml
exit 1
err has status 115h, Namespace Insufficient Capacity
run show -o json 0000:31:00.0
out lacks "nsid": 3,
run plan wish.yaml
exit 4
err has [drive-full]

# nor is a namespace given to two names
file two.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 2}}, b: {adopt: {nsid: 2}}}}
run validate two.yaml
exit 65
err has adopt: another name of this drive adopts the same namespace [namespace-wish]
file made.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
run apply -y made.yaml
exit 0
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {adopt: {nsid: 2}, pf: true}}}
run plan other.yaml
exit 4
err has namespace 2 of 0000:41:00.0 is ssd1.ns.a: pawl knows it by that name [namespace-named]

# what is there already is there on a twin as well
file more.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}, b: {size: 1GiB, pf: true}, c: {size: 1GiB}, d: {size: 1GiB}}}
run rehearse more.yaml
exit 0
run apply -y more.yaml
exit 0
