# Facts tell what a drive is and what its VFs have; a plan from them is the plan made on the host.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
file more.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 4, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}

# before anything was given, and when two have something
run facts capture --out before.json
exit 0
run plan wish.yaml
exit 0
run plan --facts before.json wish.yaml
exit 0
out begins as before
run apply -y wish.yaml
exit 0
run facts capture --out facts.json
exit 0
run plan wish.yaml
exit 0
out has nothing to do
run plan --facts facts.json wish.yaml
exit 0
out begins as before
run plan more.yaml
exit 0
out has vf_queues
run plan --facts facts.json more.yaml
exit 0
out begins as before

# what is left out of them is not known, and nothing is planned from it
file cut.json
| {"format": "pawl-facts", "version": 1, "origin": "a story", "drivers": ["nvme"],
|  "machine": {"hostname": "lab-x86", "machine_id": null, "dmi_serial": null, "dmi_product": null,
|   "kernel": null, "cmdline": null, "boot_id": null},
|  "functions": {"0000:01:00.0": {"class": "0x010802", "driver": "../../../../bus/pci/drivers/nvme",
|   "driver_override": "", "sriov_totalvfs": "4", "sriov_numvfs": "2", "sriov_offset": "1",
|   "sriov_stride": "1", "sriov_drivers_autoprobe": "1", "sriov_vf_device": "10",
|   "virtfn": ["0000:01:00.1", "0000:01:00.2"],
|   "nvme": {"oacs": 426, "cntlid": 0}},
|   "0000:01:00.1": {"class": "0x010802", "driver": null, "driver_override": "", "sriov_totalvfs": null},
|   "0000:01:00.2": {"class": "0x010802", "driver": null, "driver_override": "", "sriov_totalvfs": null}},
|  "debts": [], "pins": []}
run show --facts cut.json
exit 0
out has not known of the drive 0000:01:00.0: the facts were captured without its cmic
run plan --facts cut.json wish.yaml
exit 69
err has queues of VF 0 of 0000:01:00.0 is not known: the facts were captured without its cmic
