# A drive that gives queues alone is told so before its VFs are made, and what to leave out.
facts tests/facts/kunpeng-used.json
lab no: QEMU's controller gives queues and interrupts, whatever its options

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         vfs: {count: 4, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 8}
run apply -y wish.yaml
exit 4
err
| wish.yaml:8:45: error: 0000:a1:00.0 gives no interrupts to its VFs (VIFRT is 0) [drive-unable]
|         nvme: {vf-queues: 8, vf-interrupts: 8}
|                                             ^
|   hint: leave `vf-interrupts` out: this drive gives queues alone
see 0000:a1:00.0 sriov_numvfs 0

file queues.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         vfs: {count: 4, driver: vfio-pci}
|         nvme: {vf-queues: 8}
run apply -y queues.yaml
exit 0
run show -o json 0000:a1:00.1
exit 0
out has "queues": "8"
out has "online": "true"
