# What a drive of Huawei's holds itself it would give back by another number than the specification says: the command that
# leaves a drive none takes none from it. pawl does not send it, and says so before anything is made.
facts tests/facts/removing-drive.json
lab no: QEMU's drive is as the specification says

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 8, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 8}
run apply -y wish.yaml
exit 4
err has 8 VFs with 8 queues each need 64: 0000:41:00.0 has 64 for VFs, of which the drive itself holds 40 [drive-short]
err has what this drive holds itself its maker's tool takes from it
see 0000:41:00.0 sriov_numvfs 0

# what it has left it gives
file fewer.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 8}
run apply -y fewer.yaml
exit 0
