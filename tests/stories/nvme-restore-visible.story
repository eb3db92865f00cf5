# Somebody attaches a namespace by hand to the controller of a VF that pawl has given a namespace: after a boot the
# VF is given away by `restore` with the same question that an apply asks.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
modprobe vfio-pci

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {size: 100GiB, vf: 0}
|             b: {size: 20GiB, vf: 1}
run apply -y wish.yaml
exit 0
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
write nvme/0000:31:00.0/namespace/4 attach:2
reboot
modprobe vfio-pci

run plan wish.yaml
exit 4
err has VF 0 of 0000:31:00.0 has namespace 4, and it is not for who uses the VF from then on [namespace-visible]
run restore
err has VF 0 of 0000:31:00.0 has namespace 4, and it is not for who uses the VF from then on [namespace-visible]
exit 1
see 0000:31:00.1 here -

# taken away, all comes back
write nvme/0000:31:00.0/namespace/4 detach:2
run restore
exit 0
run assert wish.yaml
exit 0
