# A drive that does not answer: nobody knows what its VFs have. Where pawl knows of a namespace there, or the files do, no VF
# gets a user meanwhile; where neither does, the drive is somebody else's affair.
facts tests/facts/stores.json
lab no: QEMU's drives do answer
crash no: it plans alone

file facts.json
| {
|   "applied": [{"knob": "numvfs", "object": "ssd0.vfs", "original": "0", "pf": null, "target": "0000:31:00.0", "value": "2"}],
|   "claims": [],
|   "claims_unknown": {},
|   "debts": [],
|   "domains": {},
|   "drivers": ["nvme", "pcieport", "vfio-pci"],
|   "format": "pawl-facts",
|   "functions": {
|     "0000:30:00.0": {"class": "0x060400", "device": "0x352a", "driver": "../../../bus/pci/drivers/pcieport", "driver_override": "", "identity": null, "iommu_group": "../../../kernel/iommu_groups/1", "numa_node": "0", "path": "../../../devices/pci0000:30/0000:30:00.0", "sriov_totalvfs": null, "subsystem_device": "0x0000", "subsystem_vendor": "0x8086", "vendor": "0x8086"},
|     "0000:31:00.0": {"class": "0x010802", "device": "0x0010", "driver": "../../../../bus/pci/drivers/nvme", "driver_override": "", "identity": {"altname": null, "eswitch": null, "mac": null, "netdev": null, "nvme_model": ["PAWL store"], "nvme_serial": ["STORE0001"], "serial": null, "slot": null}, "iommu_group": "../../../../kernel/iommu_groups/2", "numa_node": "-1", "nvme": {"unknown": "the drive did not answer within its deadline"}, "path": "../../../devices/pci0000:30/0000:30:00.0/0000:31:00.0", "sriov_drivers_autoprobe": "1", "sriov_numvfs": "2", "sriov_offset": "1", "sriov_stride": "1", "sriov_totalvfs": "4", "sriov_vf_device": "10", "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x1b36", "virtfn": ["0000:31:00.1", "0000:31:00.2"]},
|     "0000:31:00.1": {"class": "0x010802", "device": "0x10", "driver": null, "driver_override": "", "identity": null, "iommu_group": "../../../../kernel/iommu_groups/5", "numa_node": "-1", "path": "../../../devices/pci0000:30/0000:30:00.0/0000:31:00.1", "sriov_totalvfs": null, "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x1b36", "vf": null},
|     "0000:31:00.2": {"class": "0x010802", "device": "0x10", "driver": null, "driver_override": "", "identity": null, "iommu_group": "../../../../kernel/iommu_groups/6", "numa_node": "-1", "path": "../../../devices/pci0000:30/0000:30:00.0/0000:31:00.2", "sriov_totalvfs": null, "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x1b36", "vf": null}
|   },
|   "kept": [{"knob": "namespace", "object": "ssd0.ns.a", "original": "", "pf": null, "target": "0000:31:00.0 ns ssd0.ns.a", "value": "2:209715200x512:nguid.22c38d18ff10c95d0000000200000001"}, {"knob": "controllers", "object": "ssd0.ns.a", "original": "", "pf": null, "target": "0000:31:00.0 nsid 2:209715200x512:nguid.22c38d18ff10c95d0000000200000001", "value": "2"}],
|   "machine": {"boot_id": "5f0c9a52-3b0e-4f6a-9a3c-0d6d7a4c1e56", "cmdline": "ro intel_iommu=on iommu=pt", "dmi_product": "stores", "dmi_serial": "PAWL-STORES-0001", "hostname": "stores", "kernel": "6.12.0", "machine_id": "0d4c7f1e6b2a4f8c9e3d5a7b1c2f4e62"},
|   "origin": "pawl facts capture, version 0.1.0",
|   "pins": [{"address": "0000:31:00.0", "device": "0x0010", "handle": "ssd0", "mac": null, "nvme_serial": "STORE0001", "path": "0000:30:00.0/00.0", "select": "nvme-serial=STORE0001", "serial": null, "vendor": "0x1b36"}],
|   "users": [{"function": "0000:31:00.0", "nsid": 1, "through": "nvme0n1p1", "use": "mount", "who": "/srv"}],
|   "users_unknown": {},
|   "version": 1
| }
file vfs.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
run plan --facts facts.json vfs.yaml
exit 4
err has error: which namespaces VF 0 of 0000:31:00.0 has is not known: the drive did not answer within its deadline [namespace-visible]
err has error: which namespaces VF 1 of 0000:31:00.0 has is not known
file one.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|       v0:
|         select: {pci: "0000:31:00.1"}
|         driver: vfio-pci
run plan --facts facts.json one.yaml
exit 4
err has --allow=namespace-visible:v0
run plan --facts facts.json --allow=namespace-visible:v0 one.yaml
exit 0

file unknown.json
| {
|   "applied": [{"knob": "numvfs", "object": "ssd0.vfs", "original": "0", "pf": null, "target": "0000:31:00.0", "value": "2"}],
|   "claims": [],
|   "claims_unknown": {},
|   "debts": [],
|   "domains": {},
|   "drivers": ["nvme", "pcieport", "vfio-pci"],
|   "format": "pawl-facts",
|   "functions": {
|     "0000:30:00.0": {"class": "0x060400", "device": "0x352a", "driver": "../../../bus/pci/drivers/pcieport", "driver_override": "", "identity": null, "iommu_group": "../../../kernel/iommu_groups/1", "numa_node": "0", "path": "../../../devices/pci0000:30/0000:30:00.0", "sriov_totalvfs": null, "subsystem_device": "0x0000", "subsystem_vendor": "0x8086", "vendor": "0x8086"},
|     "0000:31:00.0": {"class": "0x010802", "device": "0x0010", "driver": "../../../../bus/pci/drivers/nvme", "driver_override": "", "identity": {"altname": null, "eswitch": null, "mac": null, "netdev": null, "nvme_model": ["PAWL store"], "nvme_serial": ["STORE0001"], "serial": null, "slot": null}, "iommu_group": "../../../../kernel/iommu_groups/2", "numa_node": "-1", "nvme": {"unknown": "the drive did not answer within its deadline"}, "path": "../../../devices/pci0000:30/0000:30:00.0/0000:31:00.0", "sriov_drivers_autoprobe": "1", "sriov_numvfs": "2", "sriov_offset": "1", "sriov_stride": "1", "sriov_totalvfs": "4", "sriov_vf_device": "10", "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x1b36", "virtfn": ["0000:31:00.1", "0000:31:00.2"]},
|     "0000:31:00.1": {"class": "0x010802", "device": "0x10", "driver": null, "driver_override": "", "identity": null, "iommu_group": "../../../../kernel/iommu_groups/5", "numa_node": "-1", "path": "../../../devices/pci0000:30/0000:30:00.0/0000:31:00.1", "sriov_totalvfs": null, "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x1b36", "vf": null},
|     "0000:31:00.2": {"class": "0x010802", "device": "0x10", "driver": null, "driver_override": "", "identity": null, "iommu_group": "../../../../kernel/iommu_groups/6", "numa_node": "-1", "path": "../../../devices/pci0000:30/0000:30:00.0/0000:31:00.2", "sriov_totalvfs": null, "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x1b36", "vf": null}
|   },
|   "kept": [],
|   "machine": {"boot_id": "5f0c9a52-3b0e-4f6a-9a3c-0d6d7a4c1e56", "cmdline": "ro intel_iommu=on iommu=pt", "dmi_product": "stores", "dmi_serial": "PAWL-STORES-0001", "hostname": "stores", "kernel": "6.12.0", "machine_id": "0d4c7f1e6b2a4f8c9e3d5a7b1c2f4e62"},
|   "origin": "pawl facts capture, version 0.1.0",
|   "pins": [{"address": "0000:31:00.0", "device": "0x0010", "handle": "ssd0", "mac": null, "nvme_serial": "STORE0001", "path": "0000:30:00.0/00.0", "select": "nvme-serial=STORE0001", "serial": null, "vendor": "0x1b36"}],
|   "users": [{"function": "0000:31:00.0", "nsid": 1, "through": "nvme0n1p1", "use": "mount", "who": "/srv"}],
|   "users_unknown": {},
|   "version": 1
| }
run plan --facts unknown.json vfs.yaml
exit 0
err lacks [namespace-visible]
file named.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, vf: 0}}}
|         vfs: {count: 2, driver: vfio-pci}
run plan --facts unknown.json --target ssd0.vf.1.driver named.yaml
exit 4
err has which namespaces VF 1 of 0000:31:00.0 has is not known
