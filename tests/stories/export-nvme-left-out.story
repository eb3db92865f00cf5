# VFs of a drive that differ in what they have: a wish cannot say that, and export does not pass it over in silence.
facts tests/facts/lab-x86.json
lab no: a command that fails is the twin's
crash no: it has a fault of its own

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
fail nvme/0000:01:00.0/1/online 1 EIO
run apply -y wish.yaml
exit 5
run export
exit 0
out has count: 2
out lacks nvme:
err has ssd0: no `nvme` is written: its VFs differ in what they have [shares-left-out]
err has `pawl show` tells what each has; write `nvme` by hand
run show 01:00.1 01:00.2
exit 0
out has queues 2, interrupts 1, online
