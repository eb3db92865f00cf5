# What the drive does not have is refused with the numbers, before its VFs are made.
facts tests/facts/kunpeng-used.json
lab no: the lab's drive has as much as all of its VFs may have: the most of one VF alone can be too much

modprobe vfio-pci
file most.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         vfs: {count: 4, driver: vfio-pci}
|         nvme: {vf-queues: 17}
run apply -y most.yaml
exit 4
err
| most.yaml:8:27: error: 17 queues are more than one VF of 0000:a1:00.0 may have, which is 16 (VQFRSM) [drive-short]
|         nvme: {vf-queues: 17}
|                           ^~
|   hint: wish for 16 at most
see 0000:a1:00.0 sriov_numvfs 0

file sum.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         vfs: {count: 32, driver: vfio-pci}
|         nvme: {vf-queues: 9}
run apply -y sum.yaml
exit 4
err has 32 VFs with 9 queues each need 288: 0000:a1:00.0 has 256 for VFs [drive-short]
err has hint: wish for 8 each, or for fewer VFs
see 0000:a1:00.0 sriov_numvfs 0
