# Somebody sees to a drive's namespaces by hand: pawl gives the VFs to their users and asks nothing. Once the files name a
# namespace of that drive, what else a VF has is asked about, whatever it is.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
write nvme/0000:31:00.0/namespace/2 attach:2
file vfs.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run apply -y vfs.yaml
exit 0
err lacks [namespace-visible]
run rollback -y
exit 8
err lacks [namespace-visible]
file named.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {b: {size: 2GiB, vf: 0}}}
run apply -y named.yaml
exit 4
err has error: VF 0 of 0000:31:00.0 has namespace 2, and it is not for who uses the VF from then on [namespace-visible]
err has hint: when nobody needs it there, take it away: `nvme detach-ns /dev/$(ls /sys/bus/pci/devices/0000:31:00.0/nvme) -n 2 -c 2`; if it is to be there, wish for it: `adopt: {nsid: 2, nguid: 
err has --allow=namespace-visible:ssd0.vf.0

# also where the namespaces of the files are left out
run plan --target ssd0.vf.0 named.yaml
exit 4
err has [namespace-visible]
run apply -y --allow=namespace-visible:ssd0.vf.0 named.yaml
exit 0
see 0000:31:00.1 driver vfio-pci
