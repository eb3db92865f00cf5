# The ledger is lost, and the journal is there, which knows to whom pawl gave what: VF 0 does not go to its next user with the
# namespace of the last one, nor later, when the journal has forgotten it.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it moves the ledger away itself

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file same.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1: {select: {pci: "0000:41:00.0"}, vfs: {count: 1, driver: vfio-pci}}
run apply -y wish.yaml
exit 0
put var/lib/pawl/ledger
run apply -y same.yaml
exit 4
err has error: VF 0 of 0000:31:00.0 has namespace 2, and it is not for who uses the VF from then on [namespace-visible]
see 0000:31:00.1 driver -

# the new ledger has it from its first line on
run apply -y other.yaml
exit 0
put var/lib/pawl/journal
run apply -y same.yaml
exit 4
err has VF 0 of 0000:31:00.0 has namespace 2, and it is not for who uses the VF from then on [namespace-visible]
see 0000:31:00.1 driver -
