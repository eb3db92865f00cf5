# A drive with thirty namespaces that takes a second for each page is asked a hundred pages: longer than any one command may
# take. As long as it answers it is asked on, when it is looked at and when it is written to.
facts tests/facts/slow-stores.json
lab no: QEMU answers at once

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   slow-stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 7, namespaces: {db: {size: 1GiB, vf: 0}}}
run show
out lacks in time
run apply -y wish.yaml
exit 0
out has verified, the host is as wished
run plan wish.yaml
exit 0
out has nothing to do
