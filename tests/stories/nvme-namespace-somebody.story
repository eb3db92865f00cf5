# Somebody else makes a namespace while a plan is carried out: what is told is that one, and not all that the drive has.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the deaths of other stories fall between the same writes

# before pawl makes its own
file before.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 2, vf-interrupts: 1, namespaces: {a: {size: 1GiB}}}
meanwhile */0000:31:00.0/sriov_numvfs write nvme/0000:31:00.0/ns/by-hand create:4194304x512
run apply -y before.yaml
exit 5
err has error: namespace of 0000:31:00.0: 2 (2 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000001) came since it was last looked at: not touched [not-as-planned]
err lacks 96 GiB

# at the same moment, and of the same size: which is whose nobody can tell
file beside.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {size: 1GiB}}}
meanwhile nvme/0000:41:00.0/ns/* write nvme/0000:41:00.0/ns/by-hand create:2097152x512
run apply -y beside.yaml
exit 5
err has error: namespace of 0000:41:00.0: (none) -> 1 GiB in blocks of 512 B was written, and 2 (1 GiB in blocks of 512 B, 
err has came [not-taken]
err has hint: someone else changes it too: look at `pawl plan` again
err lacks 96 GiB
run plan beside.yaml
exit 4
err has an earlier run may have made ssd1.ns.b on 0000:41:00.0, and which it is cannot be told
