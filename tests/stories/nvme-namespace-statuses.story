# What a drive refuses of its namespaces, each when somebody else has come first: the status in the words of the
# specification (NVM Express Base Specification 2.0, 5.22 and 5.23), the controller, the namespace, and what to do.
# 001h is in nvme-namespace-lies, 115h in nvme-namespace-foreign; 10ah and 127h no plan comes to on a twin's drive: they
# are in tests/unit/test_twin_nvme_controller.c and test_twin_nvme_namespaces.c.
facts tests/facts/stores.json
lab no: somebody acts between plan and write
crash no: a refused command ends a run with 5 or, when nothing else was left to do, with 1

# 116h: the drive numbers eight, and the last one goes to another
write nvme/0000:31:00.0/ns/x create:8x512
write nvme/0000:31:00.0/ns/x create:8x512
write nvme/0000:31:00.0/ns/x create:8x512
write nvme/0000:31:00.0/ns/x create:8x512
write nvme/0000:31:00.0/ns/x create:8x512
write nvme/0000:31:00.0/ns/x create:8x512
file last.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
meanwhile */ns/* write nvme/0000:31:00.0/ns/x create:8x512
run apply -y last.yaml
exit 1
err has status 116h, Namespace Identifier Unavailable (type 1h, code 16h)
err has the drive does not take (none) -> 1 GiB in blocks of 512 B as namespace of 0000:31:00.0: Namespace
err has hint: `pawl show` tells what the drive has left: bytes, and numbers for namespaces
write nvme/0000:31:00.0/ns/x delete:8
run apply -y last.yaml
exit 0

# 119h: it is private, and another controller has it by now
file given.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}, b: {adopt: {nsid: 3}, controllers: [3]}}}
meanwhile */namespace/* write nvme/0000:31:00.0/namespace/3 attach:2
run apply -y given.yaml
exit 1
err has Namespace Attachment, attach controller 3, namespace 3: status 119h, Namespace Is Private (type 1h, code 19h)
err has hint: a private namespace goes to one controller: take it from the other, or say `shared: true`

# 118h: it has it by now: nothing is left to do
write nvme/0000:31:00.0/namespace/3 detach:2
meanwhile */namespace/* write nvme/0000:31:00.0/namespace/3 attach:3
run apply -y given.yaml
exit 0

# 11ah: nobody has it any more, likewise
file taken.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}, b: {adopt: {nsid: 3}, controllers: []}}}
meanwhile */namespace/* write nvme/0000:31:00.0/namespace/3 detach:3
run apply -y taken.yaml
exit 0

# by hand: 002h of a number that no namespace has, 00bh of one that none can have, 11ch of no controller
write nvme/0000:31:00.0/ns/x delete:7
write nvme/0000:31:00.0/namespace/7 attach:1 EINVAL
write nvme/0000:31:00.0/namespace/9 attach:1 EINVAL
write nvme/0000:31:00.0/namespace/3 attach:77 ENXIO
