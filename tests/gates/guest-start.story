# A guest that could not start, which the plan's own words do not tell: only its twin sees what the machine makes of it.
facts
| {"applied": [], "claims": [], "claims_unknown": {}, "debts": [], "drivers": ["igb", "igbvf", "nvme", "pcieport",
| "vfio-pci"], "format": "pawl-facts", "functions": {"0000:00:04.0": {"class": "0x060400", "device": "0x000c", "driver":
| "../../../bus/pci/drivers/pcieport", "driver_override": "", "identity": null, "iommu_group":
| "../../../kernel/iommu_groups/4", "numa_node": "-1", "path": "../../../devices/pci0000:00/0000:00:04.0",
| "sriov_totalvfs": null, "subsystem_device": "0x0000", "subsystem_vendor": "0x1b36", "vendor": "0x1b36"},
| "0000:01:00.0": {"class": "0x060400", "device": "0x8232", "driver": "../../../../bus/pci/drivers/pcieport",
| "driver_override": "", "identity": null, "iommu_group": "../../../../kernel/iommu_groups/4", "numa_node": "-1",
| "path": "../../../devices/pci0000:00/0000:00:04.0/0000:01:00.0", "sriov_totalvfs": null, "subsystem_device": "0x0000",
| "subsystem_vendor": "0x0000", "vendor": "0x104c"}, "0000:02:00.0": {"class": "0x060400", "device": "0x8233", "driver":
| "../../../../../bus/pci/drivers/pcieport", "driver_override": "", "identity": null, "iommu_group":
| "../../../../../kernel/iommu_groups/4", "numa_node": "-1", "path":
| "../../../devices/pci0000:00/0000:00:04.0/0000:01:00.0/0000:02:00.0", "sriov_totalvfs": null, "subsystem_device":
| "0x0000", "subsystem_vendor": "0x0000", "vendor": "0x104c"}, "0000:02:01.0": {"class": "0x060400", "device": "0x8233",
| "driver": "../../../../../bus/pci/drivers/pcieport", "driver_override": "", "identity": null, "iommu_group":
| "../../../../../kernel/iommu_groups/4", "numa_node": "-1", "path":
| "../../../devices/pci0000:00/0000:00:04.0/0000:01:00.0/0000:02:01.0", "sriov_totalvfs": null, "subsystem_device":
| "0x0000", "subsystem_vendor": "0x0000", "vendor": "0x104c"}, "0000:03:00.0": {"class": "0x010802", "device": "0x0010",
| "driver": "../../../../../../bus/pci/drivers/vfio-pci", "driver_override": "vfio-pci", "identity": {"altname": null,
| "eswitch": null, "mac": null, "netdev": null, "nvme_model": null, "nvme_serial": null, "serial": null, "slot": ["0"]},
| "iommu_group": "../../../../../../kernel/iommu_groups/4", "numa_node": "-1", "path":
| "../../../devices/pci0000:00/0000:00:04.0/0000:01:00.0/0000:02:00.0/0000:03:00.0", "sriov_drivers_autoprobe": "1",
| "sriov_numvfs": "0", "sriov_offset": "1", "sriov_stride": "1", "sriov_totalvfs": "4", "sriov_vf_device": "10",
| "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x1b36", "virtfn": []}, "0000:04:00.0":
| {"class": "0x020000", "device": "0x10c9", "driver": null, "driver_override": "", "identity": {"altname": null,
| "eswitch": null, "mac": null, "netdev": null, "nvme_model": null, "nvme_serial": null, "serial": null, "slot":
| ["0-2"]}, "iommu_group": "../../../../../../kernel/iommu_groups/4", "numa_node": "-1", "path":
| "../../../devices/pci0000:00/0000:00:04.0/0000:01:00.0/0000:02:01.0/0000:04:00.0", "sriov_drivers_autoprobe": "1",
| "sriov_numvfs": "0", "sriov_offset": "128", "sriov_stride": "2", "sriov_totalvfs": "7", "sriov_vf_device": "10ca",
| "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x8086", "virtfn": []}}, "guests": [],
| "machine": {"boot_id": "c446daf6-e55b-4e1a-bf26-3bc1b9c17c4c", "cmdline":
| "console=ttyS0 quiet panic=-1 mitigations=off no_timer_check intel_iommu=on iommu=pt", "dmi_product":
| "lab-x86-no-acs", "dmi_serial": "PAWL-LAB-X86-0002", "hostname": "lab-x86-no-acs", "kernel": "6.12.95+deb12-amd64",
| "machine_id": "0df1ba7fe910daab8dc652ed702c1eed"}, "origin":
| "Written by hand after tests/facts/lab-x86-no-acs.json: one of its cards was given to guests, the other one has no driver.",
| "pins": [], "users": [], "users_unknown": {}, "version": 1}
lab no: guests need libvirt

# Two cards are in one group. A guest has had the one; when the other one gets its driver back, the guest cannot start.
file shared.yaml
| pawl: 1
| hosts:
|   lab-x86-no-acs:
|     devices:
|       ssd0: {select: {pci: "0000:03:00.0"}}
|       nic0: {select: {pci: "0000:04:00.0"}, driver: igb, vfs: {count: 2}}
|     guests:
|       vm1: {state: running, hostdevs: [{device: ssd0}]}
run apply -y shared.yaml
exit 4
err
| shared.yaml:8:20: error: on a twin of this host the plan stops: the kernel does not take "running" as guest_state of qemu:///system/vm1: 0000:03:00.0 is in IOMMU group 4, of which 0000:04:00.0 has the driver igb [guest-start]
|       vm1: {state: running, hostdevs: [{device: ssd0}]}
|                    ^~~~~~~
|   hint: wish for `driver: vfio-pci` of its functions, and for no driver of the host's in their IOMMU groups; or let it be so: `--allow=guest-start:vm1`
see 0000:04:00.0 sriov_numvfs 0

# New VFs go to the driver that claims them, unless another one is wished for
file claimed.yaml
| pawl: 1
| hosts:
|   lab-x86-no-acs:
|     devices:
|       nic0: {select: {pci: "0000:04:00.0"}, driver: igb, vfs: {count: 2}}
|     guests:
|       vm1: {state: running, hostdevs: [{device: nic0.vf.1}]}
run apply -y claimed.yaml
exit 4
err has vm1 could not start: nic0.vf.1 has igbvf then, not vfio-pci [guest-start]
see 0000:04:00.0 driver -

# The same guest with what it can have
file alone.yaml
| pawl: 1
| hosts:
|   lab-x86-no-acs:
|     devices:
|       ssd0: {select: {pci: "0000:03:00.0"}}
|       nic0: {select: {pci: "0000:04:00.0"}, driver: none}
|     guests:
|       vm1: {state: running, hostdevs: [{device: ssd0}]}
run apply -y alone.yaml
exit 0
