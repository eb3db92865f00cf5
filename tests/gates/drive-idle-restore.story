# What gives the VFs their queues in the same plan is no reason to warn: a restore, a rollback that makes the VFs again, and
# --target, which leaves out what the file says all the same.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one wish alone

modprobe vfio-pci
file w.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run apply -y w.yaml
exit 0
err lacks drive-idle
reboot
modprobe vfio-pci
run restore
exit 0
out has vf_queues      (new) -> 4
err lacks drive-idle

file none.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 0}
run apply -y none.yaml
exit 0
run rollback -y
exit 8
out has vf_queues      (new) -> 4
err lacks drive-idle

run apply -y none.yaml
exit 0
run plan --target ssd0.vfs w.yaml
exit 0
out lacks vf_queues
err lacks drive-idle
