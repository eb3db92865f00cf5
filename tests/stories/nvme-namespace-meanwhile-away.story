# While a run gives its last VF to a driver somebody gives the namespace to another controller: no step of pawl's would mend
# that, and the run is not said to have ended as wished.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: what is done by hand comes once

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: true, shared: true}}}
meanwhile sys/bus/pci/drivers_probe write nvme/0000:31:00.0/namespace/2 attach:5
run apply -y wish.yaml
exit 7
err has wish.yaml:8:81: error: namespace 2 is attached to pf, vf.3, and the wish is for pf [namespace-elsewhere]
err has hint: when nobody uses it there, take it away: `nvme detach-ns
run plan wish.yaml
exit 4
err has [namespace-elsewhere]
