# VFs of a drive that gives queues, and no word of any: they would serve nobody, and what to write is told.
facts tests/facts/stores.json
modprobe vfio-pci
lab no: the same drives are asked in nvme-shares.story
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {namespaces: {a: {size: 1GiB, vf: 0}}}
run plan wish.yaml
exit 0
err has warning: 2 of the 2 VFs of 0000:31:00.0 have no queues: their controllers do not go online
err has say `nvme: {vf-queues: 8, vf-interrupts: 8}` beside `vfs`
file good.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 8, namespaces: {a: {size: 1GiB, vf: 0}}}
run plan good.yaml
exit 0
err lacks drive-idle
run apply -y good.yaml
exit 0
file later.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
run plan later.yaml
err lacks drive-idle
