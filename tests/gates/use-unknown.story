# Facts that do not tell who uses a function: nothing that may be in use is taken away.
facts examples/facts/kunpeng.json
lab no: a machine that runs does tell

file facts.json
| {"format": "pawl-facts", "version": 1, "origin": "by hand", "claims": [], "debts": [], "drivers": ["igb", "vfio-pci"],
|  "users_unknown": {"vfio": "only root sees what other users have open", "mount": "no mountinfo"}, "users": [],
|  "machine": {"hostname": "kp001"},
|  "functions": {
|   "0000:02:00.0": {"path": "../../../devices/pci0000:00/0000:02:00.0", "driver": "../../../bus/pci/drivers/igb",
|    "driver_override": "", "iommu_group": "../../../kernel/iommu_groups/1", "sriov_totalvfs": null, "identity": null},
|   "0000:03:00.0": {"path": "../../../devices/pci0000:00/0000:03:00.0", "driver": "../../../bus/pci/drivers/vfio-pci",
|    "driver_override": "vfio-pci", "iommu_group": "../../../kernel/iommu_groups/2", "sriov_totalvfs": null, "identity": null},
|   "0000:04:00.0": {"path": "../../../devices/pci0000:00/0000:04:00.0", "driver": null,
|    "driver_override": "", "iommu_group": "../../../kernel/iommu_groups/3", "sriov_totalvfs": null, "identity": null}}}
file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       used: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}
|       open: {select: {pci: "0000:03:00.0"}, driver: none}
|       idle: {select: {pci: "0000:04:00.0"}, driver: vfio-pci}

run plan --facts facts.json wish.yaml
exit 4
err has who uses 0000:02:00.0 is not known, and it would be taken away (vfio: only root sees what other users have open; mount: no mountinfo) [use-unknown]
err has who uses 0000:03:00.0 is not known, and it would be taken away (vfio: only root sees what other users have open) [use-unknown]
err has hint: run as root on the machine itself, or capture the facts anew
err lacks 0000:04:00.0
