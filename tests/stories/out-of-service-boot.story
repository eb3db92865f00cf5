# A drive is said to be out of service while it is there still: from then on no boot brings back what was set on it,
# whether it is pulled before the boot or after it. In service again, all comes back.
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
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {size: 100GiB, vf: 0}
|             b: {size: 20GiB, vf: 1}
file pull.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         state: out-of-service
|         select: {pci: "0000:31:00.0"}
file renamed.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}, b: {adopt: {nsid: 3, nguid: "22c38d18ff10c95d0000000300000002"}}}}
run apply -y wish.yaml
exit 0

# said, and taken back before any boot: nothing has changed
run apply -y pull.yaml
exit 0
out has nothing to do
run ledger
out has out-of-service
run apply -y wish.yaml
exit 0
out has nothing to do
run ledger
out lacks out-of-service
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:31:00.0 sriov_numvfs 2

run apply -y pull.yaml
exit 0
reboot
modprobe vfio-pci
run restore
exit 0
out has nothing to do
err has note: ssd0: nothing of ssd0 is restored: it is out of service [out-of-service]
see 0000:31:00.0 sriov_numvfs 0
run assert pull.yaml
exit 0

# the same card under another name is in service
run apply -y renamed.yaml
exit 0
run ledger
out lacks out-of-service
reboot
modprobe vfio-pci
run restore
exit 0
err lacks out of service
see 0000:31:00.0 sriov_numvfs 2

# pulled after it was said
run apply -y wish.yaml
run apply -y pull.yaml
exit 0
reboot
write sys/bus/pci/devices/0000:31:00.0/remove 1
run restore
exit 0
err lacks not-restored
run status
exit 0
