# What is said to idle VFs to write is what they can have: not what the drive holds itself, nor what others have.
facts tests/facts/removing-drive.json
lab no: the same drives are asked in nvme-shares.story
crash no: nothing is written
modprobe vfio-pci

file idle.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd2: {select: {pci: "0000:41:00.0"}, vfs: {count: 3, driver: vfio-pci}}
run plan idle.yaml
exit 0
err has say `nvme: {vf-queues: 8, vf-interrupts: 16}` beside `vfs`

file good.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd2: {select: {pci: "0000:41:00.0"}, vfs: {count: 3, driver: vfio-pci}, nvme: {vf-queues: 8, vf-interrupts: 16}}
run plan good.yaml
exit 0

# one that another controller has somebody else's VF of
write nvme/0000:41:00.0/7/queues 16
run plan idle.yaml
exit 0
err has say `nvme: {vf-queues: 2, vf-interrupts: 16}` beside `vfs`
file many.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd2: {select: {pci: "0000:41:00.0"}, vfs: {count: 6, driver: vfio-pci}}
run plan many.yaml
exit 0
err has wish for fewer VFs, and say `nvme: {vf-queues: 2, vf-interrupts: 1}` beside `vfs`
