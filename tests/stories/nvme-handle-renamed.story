# A drive gets another name, and a second one the name that it had. A boot takes the VFs of both: both come back, each by
# the name that it has now.
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
file d2.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {vf: 0, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}
|             b: {vf: 1, adopt: {nsid: 3, nguid: "22c38d18ff10c95d0000000300000002"}}
run apply -y d2.yaml
exit 0
file two.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {vf: 0}, b: {vf: 1}}}
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 5GiB, vf: 0}}}
run apply -y two.yaml
exit 0
run assert two.yaml
exit 0
reboot
modprobe vfio-pci
run restore
exit 0
err lacks not-restored
out has disk0.vfs
out has ssd0.vfs
run assert two.yaml
exit 0
