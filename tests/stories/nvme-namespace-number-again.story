# What is deleted by its `adopt` stays deleted when the drive gives its number to one that pawl makes, in the same run or later.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

write nvme/0000:41:00.0/ns/by-hand create:2097152x512
file show.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {old: {adopt: {nsid: 2, nguid: "1042a18df64f38760000000200000001"}, state: absent}, new: {size: 2GiB}}}
run apply -y --allow=data-loss:ssd1.ns.old show.yaml
exit 0
run apply -y show.yaml
exit 0
out has nothing to do
run assert show.yaml
exit 0
run show -o json 0000:41:00.0
out has "nsid": 2,
