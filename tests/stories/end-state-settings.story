# The end state of a rehearsal has what is set of VFs, as show does.
facts tests/facts/drives.json
lab no: nothing is written

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
run rehearse wish.yaml
exit 0
out has ssd0.vf.[0-1]  0000:51:00.[1-2]  vfio-pci          queues 8, interrupts 7, online
