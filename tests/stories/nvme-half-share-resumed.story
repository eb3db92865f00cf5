# A change of what VFs have of their drive stops with one half of it set. Who goes on with it means that half, too: it is not
# given up, and a boot brings it back with the rest.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file more.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 2}
run apply -y wish.yaml
exit 0
fail nvme/*/interrupts 1
run apply -y more.yaml
exit 5
run resume -y
exit 0
err lacks given-up
reboot
modprobe vfio-pci
run restore
exit 0
run assert more.yaml
exit 0

# the same, and nobody goes on with it before the boot: what stood before comes back
run apply -y wish.yaml
exit 0
fail nvme/*/interrupts 1
run apply -y more.yaml
exit 5
reboot
modprobe vfio-pci
run restore
exit 0
run assert wish.yaml
exit 0

# and when it dies with nearly all of it set: the next run stands for that, too
die nvme/*/online 3 after
run apply -y more.yaml
revive
run apply -y more.yaml
exit 0
out has 1 of 1 step done
reboot
modprobe vfio-pci
run restore
exit 0
run assert more.yaml
exit 0
