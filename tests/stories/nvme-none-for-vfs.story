# A drive that has nothing for its VFs, and namespaces are wished as well: what is to be left out leaves these alone.
facts tests/facts/drives.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
modprobe vfio-pci

file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 4, namespaces: {a: {size: 1GiB, vf: 0}}}
run plan wish.yaml
exit 4
err has 0000:31:00.0 has no Virtualization Management
err has hint: leave `vf-queues` and `vf-interrupts` out for this drive, or see whether there is other firmware for it
err has VF 0 of 0000:31:00.0 has no controller: the drive lists 0 for its VFs [namespace-unfit]
err has hint: say `pf: true`, or leave `vf` out
file without.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
run apply -y without.yaml
exit 0
