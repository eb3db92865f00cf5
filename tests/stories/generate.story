# A file to begin with: it selects what is there, and wishes for nothing.
facts tests/facts/lab-x86.json
lab x86

run generate --out starter.yaml
exit 0
run validate starter.yaml
exit 0
out
| 1 file, 1 host: fine
run plan --detailed-exitcode starter.yaml
exit 0
out has nothing to do, the host is as wished

# what was written into it since is nowhere else
run generate --out starter.yaml
exit 0
file starter.yaml
| pawl: 1
| hosts: {lab-x86: {}}
run generate --out starter.yaml
exit 64
err
| error: starter.yaml is there already, and says something else [file-there]
|   path: starter.yaml
|   hint: name another file with --out, and compare the two
run export --out starter.yaml
exit 64
err has [file-there]

run generate
exit 0
out has   "lab-x86":
out has # Ethernet: Intel Corporation 82576 Gigabit Network Connection; driver igb; VFs: 0 of 7
out has         select: {pci: "0000:02:00.0"}
out has         # vfs:
out has         #   count: 0
out has # how many VFs; 0 to sriov_totalvfs
out has         # driver: igb
out has # NVMe: 

# A drive has no network's keys
file drive.json
| {"applied": [], "claims": [], "claims_unknown": {}, "debts": [], "drivers": ["8250_mid", "8250_pericom",
| "agpgart-intel", "agpgart-sis", "agpgart-via", "igb", "iosf_mbi_pci", "nvme", "pcieport", "serial", "shpchp",
| "virtio-pci", "xen-platform-pci"], "format": "pawl-facts", "functions": {"0000:01:00.0": {"class": "0x010802",
| "device": "0x0010", "driver": "../../../../bus/pci/drivers/nvme", "driver_override": "", "identity": {"altname":
| null, "eswitch": null, "mac": null, "netdev": null, "nvme_model": ["QEMU NVMe Ctrl"], "nvme_serial":
| ["LABNVME0001"], "serial": null, "slot": ["0"]}, "iommu_group": "../../../../kernel/iommu_groups/7", "numa_node":
| "-1", "path": "../../../devices/pci0000:00/0000:00:04.0/0000:01:00.0", "sriov_drivers_autoprobe": "1",
| "sriov_numvfs": "0", "sriov_offset": "1", "sriov_stride": "1", "sriov_totalvfs": "4", "sriov_vf_device": "10",
| "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x1b36", "virtfn": []}}, "machine":
| {"boot_id": "3fed8ab8-16dc-41a9-a531-f4ce2a939c34", "cmdline":
| "console=ttyS0 quiet panic=-1 mitigations=off no_timer_check intel_iommu=on iommu=pt",
| "dmi_product": "lab-x86", "dmi_serial": "PAWL-LAB-X86-0001", "hostname": "lab-x86", "kernel": "6.12.95+deb12-amd64",
| "machine_id": "c221bd1dcc4c945f465ca8811fe18b25"}, "origin": "one drive of tests/facts/lab-x86.json",
| "pins": [], "users": [], "users_unknown": {}, "version": 1}
run generate --facts drive.json
exit 0
out has #   groups:
out lacks mac-base
