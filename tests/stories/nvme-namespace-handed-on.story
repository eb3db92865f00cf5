# VF 0 has the namespace of its last user, and nobody has it now. It is handed on by a guest that starts, and by the kernel,
# which chooses a driver for VFs that are made and for which none is wished: both are asked about.
facts
| {
|   "applied": [],
|   "claims": [],
|   "claims_unknown": {},
|   "debts": [],
|   "drivers": ["nvme", "pcieport", "vfio-pci"],
|   "format": "pawl-facts",
|   "functions": {
|     "0000:30:00.0": {"class": "0x060400", "device": "0x352a", "driver": "../../../bus/pci/drivers/pcieport", "driver_override": "", "identity": null, "iommu_group": "../../../kernel/iommu_groups/1", "numa_node": "0", "path": "../../../devices/pci0000:30/0000:30:00.0", "sriov_totalvfs": null, "subsystem_device": "0x0000", "subsystem_vendor": "0x8086", "vendor": "0x8086"},
|     "0000:31:00.0": {"class": "0x010802", "device": "0x0010", "driver": "../../../../bus/pci/drivers/nvme", "driver_override": "", "identity": {"altname": null, "eswitch": null, "mac": null, "netdev": null, "nvme_model": ["PAWL store"], "nvme_serial": ["STORE0001"], "serial": null, "slot": null}, "iommu_group": "../../../../kernel/iommu_groups/2", "numa_node": "-1", "nvme": {"cmic": 2, "cntlid": 1, "controllers": [1, 2, 3, 4, 5, 9], "crt": 3, "formats": [512, 4096], "mnan": 0, "namespaces": [{"block_bytes": 512, "blocks": 201326592, "controllers": [1], "eui64": "0025385b71b00001", "metadata_bytes": 0, "nguid": null, "nsid": 1, "shared": false, "uuid": null}], "nn": 8, "oacs": 158, "secondaries": [{"cntlid": 2, "interrupts": 0, "online": false, "queues": 0, "vf": 1}, {"cntlid": 3, "interrupts": 0, "online": false, "queues": 0, "vf": 2}, {"cntlid": 4, "interrupts": 0, "online": false, "queues": 0, "vf": 3}, {"cntlid": 5, "interrupts": 0, "online": false, "queues": 0, "vf": 4}], "tnvmcap": 3840755982336, "unvmcap": 3733381799936, "vifrsm": 8, "vifrt": 32, "vigran": 1, "viprt": 4, "virfa": 0, "virfap": 0, "vqfrsm": 8, "vqfrt": 32, "vqgran": 1, "vqprt": 4, "vqrfa": 0, "vqrfap": 0}, "path": "../../../devices/pci0000:30/0000:30:00.0/0000:31:00.0", "sriov_drivers_autoprobe": "1", "sriov_numvfs": "0", "sriov_offset": "1", "sriov_stride": "1", "sriov_totalvfs": "4", "sriov_vf_device": "10", "subsystem_device": "0x1100", "subsystem_vendor": "0x1af4", "vendor": "0x1b36", "virtfn": []}
|   },
|   "machine": {"boot_id": "5f0c9a52-3b0e-4f6a-9a3c-0d6d7a4c1e56", "cmdline": "ro intel_iommu=on iommu=pt", "dmi_product": "stores", "dmi_serial": "PAWL-STORES-0001", "hostname": "stores", "kernel": "6.12.0", "machine_id": "0d4c7f1e6b2a4f8c9e3d5a7b1c2f4e62"},
|   "origin": "written by hand: a server with two NVMe drives that manage namespaces; no machine was captured",
|   "pins": [],
|   "users": [{"function": "0000:31:00.0", "nsid": 1, "through": "nvme0n1p1", "use": "mount", "who": "/srv"}],
|   "users_unknown": {},
|   "version": 1,
|   "guests": []
| }
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: what is refused changes nothing

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
file guest.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|     guests:
|       web1: {state: running, hostdevs: [{device: ssd0.vf.0}]}
run apply -y guest.yaml
exit 4
err has error: VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a, and it is not for who uses the VF from then on [namespace-visible]
file more.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2}
run apply -y more.yaml
exit 4
err has error: VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a, and it is not for who uses the VF from then on [namespace-visible]
err lacks VF 1 of 0000:31:00.0 has

# by the guest that starts it is asked right before, too
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
file meant.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {namespaces: {a: {size: 100GiB, vf: 0}}}
|     guests:
|       web1: {state: running, hostdevs: [{device: ssd0.vf.0}]}
meanwhile qemu*web1 write nvme/0000:31:00.0/namespace/3 attach:2
run apply -y meant.yaml
exit 5
err has error: VF 0 of 0000:31:00.0 has namespace 3, and it is not for who uses the VF from then on [namespace-visible]
write nvme/0000:31:00.0/namespace/3 detach:2
write nvme/0000:31:00.0/ns/by-hand delete:3

# a boot takes the VF, and restore brings it back to whom it was given
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:31:00.1 driver vfio-pci

# a guest stands on the namespaces of its drive, also with --target: while one of them may be another, or is gone, it does not start
file number.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {namespaces: {b: {adopt: {nsid: 2}, vf: 0}}}
|     guests:
|       web1: {state: running, hostdevs: [{device: ssd0.vf.0}]}
run apply -y --target web1 number.yaml
exit 4
out has web1
err has [namespace-named]
write nvme/0000:31:00.0/namespace/2 detach:2
write nvme/0000:31:00.0/ns/by-hand delete:2
run apply -y --target web1 meant.yaml
exit 4
out has web1
err has [namespace-gone]
run assert --target web1 meant.yaml
exit 2
out has ssd0.ns.a  state: present wanted, absent found
out has web1
