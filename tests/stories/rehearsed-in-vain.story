# What goes wrong on the twin has happened to no host: there is nothing to look up and nothing to go on with.
facts tests/facts/lab-x86.json
lab no: the card of the facts says not where its VFs would be

# nobody has written down where its VFs would be
file facts.json
| {
|   "format": "pawl-facts",
|   "version": 1,
|   "origin": "written by hand",
|   "drivers": ["igb"],
|   "claims": [], "debts": [],
|   "machine": {
|     "boot_id": "1", "cmdline": "", "dmi_product": null, "dmi_serial": null,
|     "hostname": "edge", "kernel": "6.1.0", "machine_id": "1"
|   },
|   "functions": {
|     "0000:ff:00.0": {
|       "path": "../../../devices/pci0000:ff/0000:ff:00.0",
|       "vendor": "0x8086",
|       "device": "0x10c9",
|       "subsystem_vendor": "0x8086",
|       "subsystem_device": "0xa03c",
|       "class": "0x020000",
|       "driver": "../../../bus/pci/drivers/igb",
|       "driver_override": "",
|       "iommu_group": "../../../kernel/iommu_groups/1",
|       "numa_node": "0",
|       "sriov_totalvfs": "7",
|       "sriov_numvfs": "0",
|       "sriov_drivers_autoprobe": "1",
|       "sriov_vf_device": "10ca",
|       "virtfn": []
|     }
|   }
| }
file wish.yaml
| pawl: 1
| hosts:
|   edge:
|     devices:
|       nic0: {select: {pci: "0000:ff:00.0"}, vfs: {count: 2, driver: none}}

run rehearse --facts facts.json wish.yaml
exit 5
out has Rehearsed on a twin of the host: 2 of 5 steps done.
err has on the twin: 
err has hint: nothing was done to the host
err lacks pawl status
err lacks pawl apply
