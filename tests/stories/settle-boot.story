# A word on a cold start is not taken where one boot cannot be told from another.
facts
| { "applied": [], "claims": [], "claims_unknown": {}, "debts": [], "domains": {}, "drivers": [ "hisdk3", "pcieport",
| "vfio-pci" ], "format": "pawl-facts", "functions": { "0000:16:00.0": { "class": "0x060400",
| "device": "0xa120", "driver": "../../../bus/pci/drivers/pcieport", "driver_override": "", "identity": null,
| "iommu_group": "../../../kernel/iommu_groups/10", "numa_node": "1",
| "path": "../../../devices/pci0000:16/0000:16:00.0", "sriov_totalvfs": null, "subsystem_device": "0x371e",
| "subsystem_vendor": "0x19e5", "vendor": "0x19e5" }, "0000:17:00.0": { "class": "0x020000",
| "device": "0x0222", "driver": "../../../../bus/pci/drivers/hisdk3", "driver_override": "", "identity": {
| "altname": [ "enp23s0f0" ], "mac": [ "44:a1:91:10:00:00" ], "netdev": [ "ens3f0" ], "nvme_model": null,
| "nvme_serial": null, "serial": [ "033XYZ10L8000123" ], "slot": [ "3" ] },
| "iommu_group": "../../../../kernel/iommu_groups/11", "numa_node": "1",
| "path": "../../../devices/pci0000:16/0000:16:00.0/0000:17:00.0", "sriov_drivers_autoprobe": "1",
| "sriov_numvfs": "0", "sriov_offset": "8", "sriov_stride": "1", "sriov_totalvfs": "60",
| "sriov_vf_device": "375f", "subsystem_device": "0x0052", "subsystem_vendor": "0x19e5", "vendor": "0x19e5",
| "virtfn": [] } }, "guests": [], "machine": { "boot_id": null,
| "cmdline": "BOOT_IMAGE=/vmlinuz-6.6.0-98.0.0.103.oe2403sp2.aarch64 root=/dev/mapper/openeuler-root ro rd.lvm.lv=openeuler/root rd.lvm.lv=openeuler/swap cgroup_disable=files apparmor=0 crashkernel=1024M,high smmu.bypassdev=0x1000:0x17 smmu.bypassdev=0x1000:0x15 arm64.nopauth console=tty0",
| "dmi_product": "S920X20", "dmi_serial": "2102313ABC10N1000017", "hostname": "kp001",
| "kernel": "6.6.0-98.0.0.103.oe2403sp2.aarch64", "machine_id": "4d1f5c0a7b6e4c2f9a3e8d7c6b5a4f30" },
| "origin": "Made from public sources; there is no such machine, and nothing was captured from one. It stands for a two-socket Huawei S920X20 server (Kunpeng 920, new model) with two SP680 network cards (0000:17:00 and 0000:98:00), two ES3000 V6 drives (0000:a1:00.0 and 0000:a2:00.0), the on-board network ports (0000:35:00), SAS controller and display, under openEuler 24.03 SP2. From public listings, drivers and pci.ids: vendor, device, subsystem and class numbers, the names of the drivers (the driver of the SP680 registers as hisdk3, its module is hinic3), the VF device 375f, the on-board ports' SR-IOV figures, the root bus 0000:16, kernel, command line and product name. Assumed: the SP680's 60 VFs a PF with offsets 8, 67, 126 and 185; the ES3000's 32 VFs, offset, stride and VF device; the buses 0000:97 and 0000:98; the display's subsystem numbers; NUMA nodes of 0000:16, 0000:17, 0000:97, 0000:98 and 0000:a0 to 0000:a2; all IOMMU group numbers; that slots, and the serial numbers of both cards, can be read. Host name, machine id, boot id, serial numbers, slot numbers, MACs, and names of interfaces and drives are made up.",
| "pins": [], "users": [], "users_unknown": {}, "version": 1 }
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
file stop.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: stopped, hostdevs: [{device: nic0.vf.0}]}

answer yes
run apply wish.yaml
exit 0
run apply -y stop.yaml
exit 0
answer 0000:16:00.0
run ledger settle 0000:16:00.0
exit 4
err has this boot has no boot_id [boot-unknown]
run completion candidates -- ledger settle 0
exit 0
out has 0000:16:00.0
