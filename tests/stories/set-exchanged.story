# Two drives of a set have changed places. A member is told by its address, so no hint speaks of a handle that the files could
# mean otherwise: the set is to be taken apart, and then all goes on.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one wish alone

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
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {vf: 0, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}}}
|       ssd1:
|         select: {nvme-serial: STORE0002}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {vf: 0, adopt: {nsid: 2, nguid: "1042a18df64f38760000000200000002"}}}}
run apply -y set.yaml
exit 0
reboot
swap 0000:31:00.0 0000:41:00.0
run restore
exit 1
err has take the set apart in the files: a device for each, selected by its serial number
run plan --allow=identity-changed set.yaml
exit 4
err has a device for 0000:41:00.0, selected by its serial number, that has it with `adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}`
err lacks by that handle in the files again
run apply -y --allow=identity-changed:ssd0 --allow=identity-changed:ssd1 apart.yaml
exit 0
run assert apart.yaml
exit 0
