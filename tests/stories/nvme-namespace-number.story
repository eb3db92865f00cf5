# Numbers of namespaces are given out again. What a plan gives to a controller is the one that it was made about: whoever has
# deleted it and made his own, which gets its number, keeps his data for himself.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the deaths of other stories fall between the same writes

modprobe vfio-pci
write nvme/0000:31:00.0/ns/by-hand create:209715200x512
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {adopt: {nsid: 2}, vf: 0}}}
run plan --out saved.plan wish.yaml
exit 0

# since the plan was saved
write nvme/0000:31:00.0/ns/by-hand delete:2
write nvme/0000:31:00.0/ns/by-hand create:6442450944x512
run apply -y saved.plan
exit 6
run show -o json 0000:31:00.0
out has "blocks": 6442450944

# between the plan and the command that gives it away
meanwhile nvme/*/namespace/2:* write nvme/0000:31:00.0/ns/by-hand delete:2
run apply -y wish.yaml
exit 5
err has namespace 2 (3 TiB in blocks of 512 B, nguid.
err has is meant, and what the drive has by that number is none
