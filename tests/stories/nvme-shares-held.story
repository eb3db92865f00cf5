# A guest takes a VF after the plan was judged, and before its controller goes offline: it keeps its disk.
facts tests/facts/drives.json
lab no: who holds before the run is seen by a gate, and nobody can come in between on time

modprobe vfio-pci
file first.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
file second.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 7}
run apply -y first.yaml
exit 0
meanwhile */journal hold 0000:51:00.2 guest
run apply -y second.yaml
exit 1
err has 0000:51:00.2 (VF 1 of 0000:51:00.0) would lose its disk: it is open in
err has [vfs-in-use]
run show -o json 0000:51:00.2
out has "queues": "8"
out has "online": "true"
