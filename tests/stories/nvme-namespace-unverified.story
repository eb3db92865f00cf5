# While a run does its last step, on one drive, somebody takes another drive from its driver: whether its namespaces are as
# wished cannot be told any more. The run has changed what it was to change, and says that it is not verified.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: what is done by hand comes once

modprobe vfio-pci
file one.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: false}}}
file two.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: false}}}
|       ssd1: {select: {pci: "0000:41:00.0"}, vfs: {count: 1, driver: vfio-pci}}
run apply -y one.yaml
exit 0
meanwhile sys/bus/pci/drivers_probe write sys/bus/pci/drivers/nvme/unbind 0000:31:00.0
run apply -y two.yaml
exit 7
out has 5 of 5 steps done. The host is not as wished
err has 0000:31:00.0 has no driver, and only through the nvme driver can a drive be asked and told [drive-missing]
run assert two.yaml
exit 4
err has [drive-missing]
