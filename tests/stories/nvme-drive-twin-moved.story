# Two drives whose namespaces have one identity (a maker does that) have changed places, which no apply has noted yet. Their
# serial numbers tell them apart: what pawl gave on ssd0 it has given, and VF 0 goes to its next user with it no more than
# before. What the other drive has is not ssd0's.
facts tests/facts/same-id.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file w.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {adopt: {nsid: 1, eui64: 0025385b71b00001}, vf: 0}}}
file n.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run apply -y w.yaml
exit 0

# as it should be
run plan n.yaml
exit 4
err has [namespace-visible]
reboot
swap 0000:31:00.0 0000:41:00.0
modprobe vfio-pci

# the two drives have changed places; their serial numbers tell them apart, and pawl says that ssd0 has moved
run apply -y n.yaml
exit 4
err has ssd0 has moved
err has [namespace-visible]
see 0000:41:00.1 driver -
run show 0000:31:00.0
exit 0
out lacks ssd0.ns.a
