# A namespace is taken from nobody who uses it; of a drive's others anyone may be in use.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its); nvme-detach-mounted is played there

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces: {db: {size: 100GiB, vf: 0}, log: {size: 1GiB, pf: true}}
|       ssd1: {select: {pci: "0000:41:00.0"}, nvme: {namespaces: {a: {size: 1GiB, pf: true}}}}
run apply -y wish.yaml
exit 0

# namespace 1 is mounted, and `log` beside it is not
file mounted.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {old: {state: absent, adopt: {nsid: 1, eui64: 0025385b71b00001}}}}
run apply -y --allow=data-loss:ssd0.ns.old mounted.yaml
exit 4
err has error: 0000:31:00.0 would lose namespace 1: nvme0n1p1 is mounted on /srv [namespace-in-use]
err has hint: `umount /srv`
err lacks [pf-in-use]
file beside.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 100GiB}, log: {state: absent}}}
run apply -y --allow=data-loss:ssd0.ns.log beside.yaml
exit 0
run plan --detailed-exitcode beside.yaml
exit 0

# what a guest does with its VF's namespaces nobody else sees
hold 0000:31:00.1 qemu
file guest.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {state: absent}}}
run apply -y --allow=data-loss:ssd0.ns.db guest.yaml
exit 4
err has 0000:31:00.1 (VF 0 of 0000:31:00.0) would lose namespace 2: it is open in qemu
release 0000:31:00.1

# nor who takes it into use while the run is on its way
meanwhile var/lib/pawl/journal hold 0000:31:00.1 qemu
run apply -y --allow=data-loss:ssd0.ns.db guest.yaml
exit 1
err has would lose namespace 2: it is open in qemu
err has 0 of 2 steps are done [nothing-changed]
release 0000:31:00.1
run apply -y --allow=data-loss:ssd0.ns.db guest.yaml
exit 0

# where it is not told which namespace is in use, it may be any
file untold.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1: {select: {pci: "0000:41:00.0"}, nvme: {namespaces: {a: {state: absent}}}}
run apply -y --allow=data-loss:ssd1.ns.a untold.yaml
exit 4
err has 0000:41:00.0 would lose namespace 2: nvme1n1 holds swap /dev/nvme1n1
