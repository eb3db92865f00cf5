# A VF without a driver may be open in somebody all the same: its controller is not taken offline for other queues.
facts tests/facts/stores.json
lab no: VFIO opens nothing without its driver (drivers/vfio/pci/vfio_pci.c), and who maps a resource file is not seen
file first.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 3, vf-interrupts: 2}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 2, vf-interrupts: 2}
file given.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 2}
modprobe vfio-pci
run apply -y first.yaml
exit 0

# Held before the plan is made, whether a driver is to come or not.
hold 0000:31:00.2 somebody
run apply -y other.yaml
exit 4
err has 0000:31:00.2 (VF 1 of 0000:31:00.0) may lose its disk: it is open in
err has [vfs-in-use]
run apply -y given.yaml
exit 4
err has [vfs-in-use]
run show -o json 0000:31:00.2
out has "queues": "3"
out has "online": "true"
release 0000:31:00.2

# Held after the plan was judged.
meanwhile */journal hold 0000:31:00.2 somebody
run apply -y other.yaml
exit 1
err has [vfs-in-use]
run show -o json 0000:31:00.2
out has "queues": "3"
out has "online": "true"
release 0000:31:00.2
run apply -y given.yaml
exit 0
