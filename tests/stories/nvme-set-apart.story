# A set that is taken apart by hand: what a name without a size means is asked with the name that pawl knows it by, and with
# all that `adopt` needs. What export writes of a set says that it takes it apart.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about the words alone

modprobe vfio-pci
file set.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssds:
|         select: {class: 0x0108, nvme-model: "PAWL store"}
|         expect: 2
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file apart.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {vf: 0}}}
run apply -y set.yaml
exit 0
run plan apart.yaml
exit 65
err has one is known as ssds.0000:31:00.0.ns.a, which no file has any more: if it is that one, say `adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}`; to have another made, say a size
err lacks nsid: N
run export
exit 0
err has 0000:31:00.0 is ssds.0000:31:00.0 in the files that were applied, and ssd0 here
err has [set-taken-apart]
file exported.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {vf: 0, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}}}
run apply -y exported.yaml
exit 0
run plan set.yaml
exit 4
err has [namespace-renamed]
run export
exit 0
err lacks 0000:31:00.0 is ssds
