# Names go round: what pawl gave of a namespace stays its gift, whichever name the namespace has by then. Moving it, taking
# it away and deleting it need nobody's help, as nobody else gave it.
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
file exchanged.yaml
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
|             a: {vf: 1, adopt: {nsid: 3, nguid: "22c38d18ff10c95d0000000300000002"}}
|             b: {vf: 0, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}
file chain.yaml
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
|             a: {vf: 0, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}
|             c: {vf: 1, adopt: {nsid: 3, nguid: "22c38d18ff10c95d0000000300000002"}}
file moved.yaml
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
|             a: {vf: 0}
|             c: {vf: 0}
file taken.yaml
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
|             a: {pf: false}
|             b: {pf: false}
file deleted.yaml
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
|             a: {vf: 1}
|             b: {state: absent}
run apply -y wish.yaml
exit 0

run apply -y exchanged.yaml
exit 0
run ledger
exit 0
out has 3 (20 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000300000002)   vf.1
out has 2 (100 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000001)  vf.0
run plan taken.yaml
exit 0
out has vf.1 -> (none)
out has vf.0 -> (none)
run plan --allow=data-loss:ssd0.ns.b deleted.yaml
exit 0
err lacks namespace-attached

# one name is put to another one's use, and that one gets a new name
run apply -y chain.yaml
exit 0
run ledger
exit 0
out has ssd0.ns.a  0000:31:00.0  namespace  2
out has ssd0.ns.c  0000:31:00.0  namespace  3
out has nguid.22c38d18ff10c95d0000000300000002)   vf.1
out has nguid.22c38d18ff10c95d0000000200000001)  vf.0
run plan moved.yaml
exit 0
out has ~ 1  ssd0.ns.c  controllers  vf.1 -> (none)
out has ~ 2  ssd0.ns.c  controllers  (none) -> vf.0
