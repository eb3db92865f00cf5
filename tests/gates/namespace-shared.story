# This host has a file system mounted from a shared namespace, through the drive's own controller: given to a VF as well,
# two kernels would write to one file system.
facts tests/facts/ports.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one wish alone

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces: {a: {adopt: {nsid: 1}, shared: true, controllers: [1, 2]}}
run apply -y wish.yaml
exit 4
err has controller 2 would write beside this host: nvme0n1p1 of 0000:31:00.0 is mounted on /srv [namespace-shared]
see 0000:31:00.1 driver -

# who has a file system there that is made for that says so, of this one
run apply -y --allow=namespace-shared wish.yaml
exit 64
run apply -y --allow=namespace-shared:ssd0.ns.a wish.yaml
exit 0
see 0000:31:00.1 driver vfio-pci
