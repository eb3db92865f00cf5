# Two drives whose namespaces have one identity (a maker does that) have changed places, and that is noted: the rollback of the
# run that gave ssd0.ns.a to VF 0 takes nothing from VF 0 of the drive that stands in the old place now.
facts tests/facts/same-id.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file w.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {adopt: {nsid: 1, eui64: 0025385b71b00001}, vf: 0}}}
|       ssd1:
|         select: {nvme-serial: STORE0002}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file s.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {nvme-serial: STORE0001}, driver: nvme}
|       ssd1: {select: {nvme-serial: STORE0002}, driver: nvme}
run apply -y w.yaml
exit 0
reboot
swap 0000:31:00.0 0000:41:00.0
run apply -y s.yaml
exit 0
err has ssd0 has moved
err has ssd1 has moved

# the namespace of the other drive is given to its VF by hand
write nvme/0000:31:00.0/namespace/1 attach:2
run rollback -y 4373f7be
exit 8
out lacks 0000:31:00
out has ssd0.ns.a  controllers  vf.0 -> (none)
