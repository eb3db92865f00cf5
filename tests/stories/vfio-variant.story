# A variant of vfio-pci takes a function as vfio-pci does, and a guest can have it.
facts
| {"applied": [], "claims": [], "claims_unknown": {}, "debts": [], "drivers": ["mlx5_core", "mlx5_vfio_pci",
| "pcieport", "vfio-pci"], "format": "pawl-facts", "functions": {"0000:40:00.0": {"class": "0x060400", "device":
| "0x352a", "driver": "../../../bus/pci/drivers/pcieport", "driver_override": "", "identity": null, "iommu_group":
| "../../../kernel/iommu_groups/3", "numa_node": "0", "path": "../../../devices/pci0000:40/0000:40:00.0",
| "sriov_totalvfs": null, "subsystem_device": "0x0000", "subsystem_vendor": "0x8086", "vendor": "0x8086"},
| "0000:41:00.0": {"class": "0x020000", "device": "0x101d", "driver": "../../../../bus/pci/drivers/mlx5_core",
| "driver_override": "", "identity": {"altname": null, "eswitch": ["legacy"], "mac": ["02:00:00:41:00:00"], "netdev":
| ["ens41f0"], "nvme_model": null, "nvme_serial": null, "serial": null, "slot": null}, "iommu_group":
| "../../../../kernel/iommu_groups/4", "numa_node": "0", "path":
| "../../../devices/pci0000:40/0000:40:00.0/0000:41:00.0", "sriov_drivers_autoprobe": "1", "sriov_numvfs": "0",
| "sriov_offset": "2", "sriov_stride": "1", "sriov_totalvfs": "8", "sriov_vf_device": "101e", "subsystem_device":
| "0x0001", "subsystem_vendor": "0x15b3", "vendor": "0x15b3", "virtfn": []}}, "guests": [], "machine": {"boot_id":
| "5f0c9a52-3b0e-4f6a-9a3c-0d6d7a4c1e55", "cmdline": "ro intel_iommu=on iommu=pt", "dmi_product":
| "switches", "dmi_serial": "PAWL-SWITCHES-0001", "hostname": "switches", "kernel": "6.12.0", "machine_id":
| "0d4c7f1e6b2a4f8c9e3d5a7b1c2f4e60"}, "origin":
| "written by hand after tests/facts/switches.json: one card of it, with libvirt",
| "pins": [], "users": [], "users_unknown": {}, "version": 1}
lab no: the lab emulates no card that has such a driver

file wish.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0: {select: {pci: "0000:41:00.0"}, vfs: {count: 2, driver: mlx5_vfio_pci}}
|     guests:
|       vm1: {state: running, hostdevs: [{device: nic0.vf.0}]}
run apply -y wish.yaml
exit 0
see 0000:41:00.2 driver mlx5_vfio_pci
see 0000:41:00.3 driver mlx5_vfio_pci
run assert wish.yaml
exit 0

# A boot leaves it to nobody, as none but an override leads there
reboot
modprobe mlx5_vfio_pci
run restore
exit 0
see 0000:41:00.2 driver mlx5_vfio_pci

# It came to nobody by itself: what it holds is exported, also when its override is gone
file seen.json
| {"applied": [], "claims": [], "claims_unknown": {}, "debts": [], "drivers": ["mlx5_vfio_pci"], "format":
| "pawl-facts", "functions": {"0000:61:00.0": {"class": "0x020000", "device": "0x1583", "driver":
| "../../../../bus/pci/drivers/mlx5_vfio_pci", "driver_override": "", "identity": {"altname": null, "eswitch": null,
| "mac": null, "netdev": null, "nvme_model": null, "nvme_serial": null, "serial": null, "slot": null}, "iommu_group":
| "../../../../kernel/iommu_groups/9", "numa_node": "0", "path":
| "../../../devices/pci0000:60/0000:60:00.0/0000:61:00.0", "sriov_drivers_autoprobe": "1", "sriov_numvfs": "0",
| "sriov_offset": "16", "sriov_stride": "1", "sriov_totalvfs": "64", "sriov_vf_device": "154c", "subsystem_device":
| "0x0001", "subsystem_vendor": "0x8086", "vendor": "0x8086", "virtfn": []}}, "machine": {"boot_id":
| "5f0c9a52-3b0e-4f6a-9a3c-0d6d7a4c1e55", "cmdline": "ro intel_iommu=on iommu=pt", "dmi_product":
| "switches", "dmi_serial": "PAWL-SWITCHES-0001", "hostname": "switches", "kernel": "6.12.0", "machine_id":
| "0d4c7f1e6b2a4f8c9e3d5a7b1c2f4e60"}, "origin":
| "written by hand: one card of tests/facts/switches.json", "pins": [], "users": [],
| "users_unknown": {}, "version": 1}
run export --facts seen.json
exit 0
out has driver: mlx5_vfio_pci
