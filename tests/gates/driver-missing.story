# A driver that no module has registered: a probe would succeed and bind nothing.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         vfs: {count: 2, driver: uio_pci_generic}

run apply -y wish.yaml
exit 4
err has the driver uio_pci_generic is not registered with the PCI bus: a probe would bind nothing [driver-missing]
see 0000:17:00.0 sriov_numvfs 0

# the module's name in place of the driver's
file module.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         vfs: {count: 2, driver: vfio_pci}
run apply -y module.yaml
exit 4
err has the driver vfio_pci is not registered with the PCI bus: a probe would bind nothing; did you mean "vfio-pci"?
err has names are those in /sys/bus/pci/drivers, as vfio-pci
