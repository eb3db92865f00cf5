# A handle means another drive than before: what pawl knows of the first is on that one, wherever it stands. `state: absent`
# forgets nothing of it, also when it is allowed that another drive is in the place; the way out that is told leads out.
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
file absent.yaml
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
|             a: {state: absent}
|             b: {size: 20GiB, vf: 1}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {size: 100GiB, vf: 0}
file own.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {vf: 0, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}
|             b: {vf: 1, adopt: {nsid: 3, nguid: "22c38d18ff10c95d0000000300000002"}}
run apply -y wish.yaml
exit 0

# the handle goes to another drive
run plan other.yaml
exit 4
err has ssd0.ns.a is namespace 2 of 0000:31:00.0, and here its drive is 0000:41:00.0, which has none of this name [namespace-gone]
err has mean 0000:31:00.0 by that handle in the files again; or give it a handle of its own there, and apply that first with `adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}`, which frees this name

# the drives change places
reboot
swap 0000:31:00.0 0000:41:00.0
modprobe vfio-pci
run plan wish.yaml
exit 4
err has [identity-changed]
err lacks [namespace-gone]
run apply -y --allow=identity-changed:ssd0 absent.yaml
exit 4
err has pawl knows ssd0.ns.a as namespace 2 of 0000:41:00.0, and here its drive is 0000:31:00.0: that one has none of this name [namespace-strayed]
err has ssd0.ns.b is namespace 3 of 0000:41:00.0, and here its drive is 0000:31:00.0, which has none of this name [namespace-gone]
run show 0000:41:00.0
exit 0
out has ssd0.ns.a
swap 0000:31:00.0 0000:41:00.0

# a handle of its own, and then the other drive
run apply -y own.yaml
exit 0
run apply -y other.yaml
exit 0
run show 0000:31:00.0
exit 0
out has ssd1.ns.a
run show 0000:41:00.0
exit 0
out has ssd0.ns.a
