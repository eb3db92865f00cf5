# A namespace that pawl has worked with keeps its name, whatever the file no longer says of it; another name for it is asked
# about, for an empty namespace would take its place.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file adopt.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 96GiB, adopt: {nsid: 1}, pf: true}}}
run apply -y adopt.yaml
exit 0
out has nothing to do

# known by its name from now on
file plain.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 96GiB, pf: true}}}
run apply -y plain.yaml
exit 0
out has nothing to do
run show -o json 0000:31:00.0
out lacks "nsid": 2

# another name, and the one that pawl knows is in no file any more
file renamed.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {size: 96GiB, pf: true}}}
run apply -y renamed.yaml
exit 4
err has a new one would be made; namespace 1 of 0000:31:00.0 is as it should be, and pawl knows it as ssd0.ns.a, which no file has any more [namespace-renamed]
err has if it is that one, say `adopt: {nsid: 1, eui64: "0025385b71b00001"}`, or give it its old name

# so is another handle, also for what remains
file handle.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: all-remaining, pf: true}}}
run apply -y handle.yaml
exit 4
err has pawl knows it as ssd0.ns.a, which no file has any more [namespace-renamed]

# one of another size is another one
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {c: {size: 1GiB}}}
run apply -y other.yaml
exit 0

# by its number alone it does not change its name
file number.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {adopt: {nsid: 1}, pf: true}}}
run apply -y number.yaml
exit 4
err has namespace 1 of 0000:31:00.0 is ssd0.ns.a: pawl knows it by that name [namespace-named]
err has to give it this one, say `adopt: {nsid: 1, eui64: "0025385b71b00001"}`

# by what it is known by it does; and that name stays, too
file taken.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {adopt: {nsid: 1, eui64: "0025385B71B00001"}, pf: true}}}
run apply -y taken.yaml
exit 0
run apply -y renamed.yaml
exit 0
out has nothing to do
run apply -y plain.yaml
exit 4
err has pawl knows it as ssd0.ns.b, which no file has any more [namespace-renamed]

# back again; two names at once are one too many
run apply -y adopt.yaml
exit 4
file back.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 1, eui64: "0025385b71b00001"}, pf: true}}}
run apply -y back.yaml
exit 0
run apply -y plain.yaml
exit 0
out has nothing to do
file both.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 96GiB, pf: true}, b: {adopt: {nsid: 1, eui64: "0025385b71b00001"}, pf: true}}}
run apply -y both.yaml
exit 4
err has namespace 1 of 0000:31:00.0 is ssd0.ns.b as well: one namespace has one name [namespace-named]

# who wants a new one says so
file two.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {d: {size: 96GiB}}}
run apply -y two.yaml
exit 4
run apply -y --allow=namespace-renamed:ssd0.ns.d two.yaml
exit 0
out has ssd0.ns.d  namespace  (none) -> 96 GiB in blocks of 512 B
run apply -y two.yaml
exit 0
out has nothing to do
