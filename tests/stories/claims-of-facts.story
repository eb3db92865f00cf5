# What other managers claim is in the facts; what the kernel's command line does, too. Facts without it are no all-clear.
facts examples/facts/kunpeng.json
lab no: the command line of its machines is fixed

file claims.json
| {"format": "pawl-facts", "version": 1, "origin": "by hand", "debts": [], "drivers": ["igb", "vfio-pci"], "users": [],
|  "claims": [{"manager": "driverctl", "file": "etc/driverctl.d/pci-0000:02:10.0", "line": 1,
|   "names": "address=0000:02:10.0", "knob": "override", "vf": null, "value": "igbvf"}],
|  "machine": {"hostname": "kp001", "cmdline": "quiet vfio_pci.ids=10de:2206,8086:10ca igb.max_vfs=3 iommu=pt"},
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

run plan --facts claims.json none.yaml
exit 4
err has the kernel's command line sets override of 0000:02:10.0 and 1 more to "vfio-pci" (/proc/cmdline:1), and here it is to be "none" [foreign-manager]
err has the kernel's command line sets numvfs of 0000:02:00.0 to "3" (/proc/cmdline:1), and here it is to be "2"
err has driverctl sets override of 0000:02:10.0 to "igbvf" (/etc/driverctl.d/pci-0000:02:10.0:1)
err has or let it be so: `--allow=foreign-manager:nic0`
run plan --facts claims.json --allow=foreign-manager:nic0 none.yaml
exit 0
err has hint: allowed by --allow=foreign-manager

file old.json
| {"format": "pawl-facts", "version": 1, "origin": "by hand", "debts": [], "drivers": ["igb", "vfio-pci"], "users": [],
|  "machine": {"hostname": "kp001", "cmdline": ""},
|  "functions": {
|   "0000:02:00.0": {"path": "../../../devices/pci0000:00/0000:02:00.0", "driver": "../../../bus/pci/drivers/igb",
|    "driver_override": "", "iommu_group": "../../../kernel/iommu_groups/1", "identity": null, "vendor": "0x8086",
|    "device": "0x10c9", "subsystem_vendor": "0x8086", "subsystem_device": "0x0001", "class": "0x020000",
|    "sriov_totalvfs": "7", "sriov_numvfs": "0", "sriov_drivers_autoprobe": "1", "sriov_offset": "128",
|    "sriov_stride": "2", "sriov_vf_device": "10ca", "virtfn": []}}}
run plan --facts old.json none.yaml
exit 4
err has whether this is set by modprobe, udev, systemd, NetworkManager, netplan, the SR-IOV network operator of Kubernetes, systemd-tmpfiles, sysfsutils is not known (the facts were captured without it) [foreign-manager]
