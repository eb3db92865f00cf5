# A number in the file is that of a namespace which pawl knows by another name: while it is not certain which one is meant, no
# VF is given to anybody with it, also where --target leaves the namespace out.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the deaths of other stories fall between the same writes

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
file number.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {b: {adopt: {nsid: 2}, vf: 0}}}
run apply -y wish.yaml
exit 0
run apply -y number.yaml
exit 4
err has namespace 2 of 0000:31:00.0 is ssd0.ns.a: pawl knows it by that name [namespace-named]
err lacks [namespace-visible]
run apply -y --target ssd0.vf.0 number.yaml
exit 4
err has VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a, and it is not for who uses the VF from then on [namespace-visible]

# once it is said which one is meant, the VF goes to its user with it
file certain.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {b: {adopt: {nsid: 2, nguid: 22c38d18ff10c95d0000000200000001}, vf: 0}}}
run apply -y --target ssd0.vf.0 certain.yaml
exit 0
see 0000:31:00.1 driver vfio-pci
