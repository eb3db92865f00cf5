# A device is exported by the handle that files give it: by another one, its namespaces would get other names, and the file
# of its own would be refused from then on. What pawl has never heard of gets a handle that no other device has.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
modprobe vfio-pci

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces: {a: {size: 100GiB, vf: 0}, b: {size: 20GiB, vf: 1}}
run apply -y wish.yaml
exit 0
run export --out export.yaml
exit 0
run plan --detailed-exitcode export.yaml
exit 0
err lacks is known as
run generate
exit 0
out has       disk0:
out lacks disk0.ns
run apply -y export.yaml
exit 0
run plan --detailed-exitcode wish.yaml
exit 0

# ssd0 is the other one's handle, so that this one's is not ssd0
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {pci: "0000:41:00.0"}, vfs: {count: 0}}
run apply -y other.yaml
exit 0
write sys/bus/pci/devices/0000:41:00.0/sriov_numvfs 1
run export
exit 0
out has       disk0:
out has       ssd0:
run generate
exit 0
out has       disk0:
out has       ssd0:

# two handles for one: the one by which its namespaces are called
file second.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       fast: {select: {pci: "0000:31:00.0"}, driver: nvme}
run apply -y second.yaml
exit 0
run export
exit 0
out has       disk0:
out lacks       fast:
