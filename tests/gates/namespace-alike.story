# The ledger is lost: nobody knows any more that the namespace that VF 0 has is ssd0.ns.a. A second and empty one would
# be made for the same VF without a word.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about a ledger that is gone

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
put var/lib/pawl/ledger
run apply -y wish.yaml
exit 4
err has a new one would be made; namespace 2 of 0000:31:00.0 may be it, attached to vf.0, and pawl knows no name for it [namespace-alike]
err has if it is that one, say `adopt: {nsid: 2, 
run show -o json 0000:31:00.0
out lacks "nsid": 3,

# somebody may want it so, and that the VF goes on having the other one
run plan --allow=namespace-alike:ssd0.ns.a wish.yaml
exit 4
err has VF 0 of 0000:31:00.0 has namespace 2, and it is not for who uses the VF from then on [namespace-visible]
err has take it away: `nvme detach-ns /dev/$(ls /sys/bus/pci/devices/0000:31:00.0/nvme) -n 2 -c 2`; if it is to be there, wish for it: `adopt: {nsid: 2, nguid: 
run plan --allow=namespace-alike:ssd0.ns.a --allow=namespace-visible:ssd0.vf.0 wish.yaml
exit 0
out has (none) -> 100 GiB

# another size, or another controller, is another namespace
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {b: {size: 1GiB, vf: 0}, c: {size: 100GiB, pf: true}}}
run plan --allow=namespace-visible:ssd0.vf.0 other.yaml
exit 0
err lacks [namespace-alike]

# told, it is known by its name from then on, and a second one of its kind is nobody's question
file told.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0, adopt: {nsid: 2}}, b: {size: 100GiB, vf: 0}}}
run apply -y told.yaml
exit 0
err lacks [namespace-alike]
run apply -y told.yaml
exit 0
out has nothing to do

# what the drive's own controller has is asked about as well, also what has got all that remained
file own.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {db: {size: 10GiB, pf: true}, all: {size: all-remaining, pf: false}}}
run apply -y own.yaml
exit 0
put var/lib/pawl/ledger
run apply -y own.yaml
exit 4
err has namespace 2 of 0000:41:00.0 may be it, attached to pf, and pawl knows no name for it [namespace-alike]
err has namespace 3 of 0000:41:00.0 may be it, attached to none, and pawl knows no name for it [namespace-alike]
err has hint: if it is that one, say `adopt: {nsid: 3, nguid: 
run show -o json 0000:41:00.0
out lacks "nsid": 4,

# nobody has it yet, though the wish is for the drive to have it: a run may have died in between
write nvme/0000:41:00.0/namespace/2 detach:1
run apply -y own.yaml
exit 4
err has namespace 2 of 0000:41:00.0 may be it, attached to none
