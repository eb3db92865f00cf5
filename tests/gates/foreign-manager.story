# The kernel's command line gives cards of this kind to vfio-pci at each boot.
facts examples/facts/kunpeng.json
lab no: the command line of its machines is fixed

file facts.json
| {"format": "pawl-facts", "version": 1, "origin": "by hand", "debts": [], "drivers": ["igb", "vfio-pci"], "users": [],
|  "machine": {"hostname": "kp001", "cmdline": "quiet vfio_pci.ids=10de:2206,8086:10ca iommu=pt"},
|  "functions": {
|   "0000:02:00.0": {"path": "../../../devices/pci0000:00/0000:02:00.0", "driver": "../../../bus/pci/drivers/igb",
|    "driver_override": "", "iommu_group": "../../../kernel/iommu_groups/1", "identity": null, "vendor": "0x8086",
|    "device": "0x10c9", "subsystem_vendor": "0x8086", "subsystem_device": "0x0001", "class": "0x020000",
|    "sriov_totalvfs": "7", "sriov_numvfs": "0", "sriov_drivers_autoprobe": "1", "sriov_offset": "128",
|    "sriov_stride": "2", "sriov_vf_device": "10ca", "virtfn": []}}}
file none.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
file guest.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: igb, vfs: {count: 2, driver: vfio-pci}}

run plan --facts facts.json none.yaml
exit 4
err has the kernel's command line gives 8086:10ca to vfio-pci at each boot (vfio-pci.ids=), and the wish is none [foreign-manager]
err has or let it be so: `--allow=foreign-manager:nic0.vfs`

# the card itself has other ids, and its VFs are wished as they come
run plan --facts facts.json guest.yaml
exit 0
run plan --facts facts.json --allow=foreign-manager:nic0 none.yaml
exit 0
err has hint: allowed by --allow=foreign-manager
