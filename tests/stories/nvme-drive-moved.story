# A drive has moved; a run has said so, noted it, and taken `a` from VF 0: what pawl knows of `a` has gone with the drive.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file w.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
file none.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, pf: false}}}
run apply -y w.yaml
exit 0
reboot
swap 0000:31:00.0 0000:41:00.0
modprobe vfio-pci
run apply -y none.yaml
exit 0
err has ssd0 has moved
run ledger
exit 0
out has ssd0.ns.a  0000:41:00.0
out lacks ssd0.ns.a  0000:31:00.0
out lacks GIVEN TO
run show 0000:41:00.0
exit 0
out has ssd0.ns.a
