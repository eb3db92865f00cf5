# A file adopts a namespace whose VF has it already, by somebody's hand: there is nothing to do then, and after a boot the VF
# is given away with it all the same. What the next file says otherwise holds from its apply on.
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
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file adopted.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}, x: {adopt: {nsid: 3}, vf: 0}}}
run apply -y wish.yaml
exit 0
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
write nvme/0000:31:00.0/namespace/3 attach:2
run apply -y adopted.yaml
exit 0
out has nothing to do
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:31:00.1 driver vfio-pci

# pawl has not given it, and takes it from nobody without being told to
file taken.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}, x: {adopt: {nsid: 3}, pf: false}}}
run ledger
exit 0
out has ssd0.ns.x
run plan taken.yaml
exit 4
err has [namespace-elsewhere]

# what says nothing of who has it leaves it to whoever does, once an apply has seen them
file left.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}, x: {adopt: {nsid: 3}}}}
write nvme/0000:31:00.0/namespace/3 detach:2
write nvme/0000:31:00.0/namespace/3 attach:3
run apply -y left.yaml
exit 0
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:31:00.2 driver vfio-pci
