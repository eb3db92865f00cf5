# The same of a drive's queues: those of VFs that the two runs made are nobody's, and those of the others come back.
facts tests/facts/stores.json
lab no: no driver refuses one setting of one VF when it is asked to
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
run apply -y wish.yaml
exit 0
file more.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 4, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {vf: 0}
|             b: {vf: 1}
|             c: {size: 300GiB, vf: 2}
fail nvme/*/queues 3
run apply -y more.yaml
exit 5
run resume -y
exit 0
run rollback -y
exit 8
out has verified, the run is taken back
run plan --detailed-exitcode wish.yaml
exit 0
run rollback -y
exit 8
run plan --detailed-exitcode more.yaml
exit 0
