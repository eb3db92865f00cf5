# Who goes on with a run that has given a namespace to one controller gives the next one the same namespace, or none: not the
# one of somebody else that has got its number since.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the deaths of other stories fall between the same writes

write nvme/0000:31:00.0/ns/by-hand create:209715200x512s
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 2}, shared: true, controllers: [1, 2]}}}
die nvme/*/namespace/2:* 2
run apply -y wish.yaml
revive
write nvme/0000:31:00.0/namespace/2 detach:1
write nvme/0000:31:00.0/ns/by-hand delete:2
write nvme/0000:31:00.0/ns/by-hand create:6442450944x512s
write nvme/0000:31:00.0/namespace/2 attach:1
run resume -y
exit 4
err has [namespace-another]
