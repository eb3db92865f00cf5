# A drive holds itself of what its VFs need: that it is reset for it, and what they could have without, is told.
facts tests/facts/drives.json
lab no: nvme-primary-lab.story has the reset
crash no: nothing is applied

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 8, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run plan wish.yaml
exit 0
err has the VFs need 32 queues, and 24 are left: 0000:41:00.0 gives them the 40 that it holds itself, and is reset for it [drive-reset]
err has hint: with 3 each they need none of it

file less.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 8, driver: vfio-pci}
|         nvme: {vf-queues: 3, vf-interrupts: 2}
run plan less.yaml
exit 0
err lacks drive-reset
out lacks primary_share
