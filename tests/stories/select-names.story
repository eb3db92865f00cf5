# What people call a card: interface, slot, MAC; a drive by serial number and model. The wish takes these names
# away, and the same run still knows what they meant.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {netdev: eth0, slot: "0-2", mac: "52:54:00:11:22:33"}
|         driver: vfio-pci
|       ssd0:
|         select: {nvme-serial: LABNVME0001, nvme-model: "QEMU NVMe Ctrl"}
|         vfs: {count: 1, driver: none}

modprobe vfio-pci
run apply -y wish.yaml
exit 0
out has verified, the host is as wished
see 0000:02:00.0 driver vfio-pci
see 0000:01:00.0 sriov_numvfs 1

file near.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {nvme-serial: LABNVME0002, class: 0x0108}, vfs: {count: 1}}

run plan near.yaml
exit 4
err has no PCI function has class 0x0108, nvme-serial "LABNVME0002"
err has all but one key fit 0000:01:00.0 (nvme-serial LABNVME0001)

# those that have something there come first: a card has no model
file model.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {nvme-model: "QEMU NVMe"}, vfs: {count: 1}}
run plan model.yaml
exit 4
err has with SR-IOV there are 0000:01:00.0 (nvme-model QEMU NVMe Ctrl), 0000:02:00.0 (no nvme-model)

# facts of a card whose serial number was not asked for, since it slept: it may be the one that is meant
file serial.yaml
| pawl: 1
| hosts:
|   asleep:
|     devices:
|       nic0: {select: {serial: "52-54-00-ff-ff-11-22-66"}, driver: none}

file asleep.json
| {
|  "debts": [],
|  "drivers": [
|   "e1000e"
|  ],
|  "format": "pawl-facts",
|  "functions": {
|   "0000:01:00.0": {
|    "class": "0x020000",
|    "device": "0x10d3",
|    "driver": "../../../../bus/pci/drivers/e1000e",
|    "driver_override": "",
|    "identity": {
|     "altname": null,
|     "mac": [
|      "52:54:00:11:22:66"
|     ],
|     "netdev": [
|      "eth0"
|     ],
|     "nvme_model": null,
|     "nvme_serial": null,
|     "slot": [
|      "0"
|     ]
|    },
|    "iommu_group": "../../../../kernel/iommu_groups/6",
|    "numa_node": "-1",
|    "path": "../../../devices/pci0000:00/0000:00:04.0/0000:01:00.0",
|    "sriov_totalvfs": null,
|    "subsystem_device": "0x0000",
|    "subsystem_vendor": "0x8086",
|    "vendor": "0x8086"
|   }
|  },
|  "machine": {
|   "boot_id": "b737f049-61f1-433c-83b0-bc2aa70a8692",
|   "cmdline": "console=ttyS0 quiet panic=-1 mitigations=off intel_iommu=on iommu=pt",
|   "dmi_product": "lab-x86-names",
|   "dmi_serial": "PAWL-LAB-X86-0004",
|   "hostname": "asleep",
|   "kernel": "6.12.95+deb12-amd64",
|   "machine_id": "3e1cbb98b4dcfcd8e6a7b7909960be07"
|  },
|  "origin": "pawl facts capture, version 0.1.0",
|  "pins": [],
|  "version": 1
| }

run plan --facts asleep.json serial.yaml
exit 4
err has serial of 0000:01:00.0 is not known
err has [device-not-found]
