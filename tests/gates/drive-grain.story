# What a drive gives its VFs in other steps than it likes best is said, and done.
facts tests/facts/drives.json
lab no: QEMU's controller likes any number

file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 6, vf-interrupts: 4}
run apply -y wish.yaml
exit 0
err has wish.yaml:8:27: warning: 6 queues are no multiple of 4, which 0000:41:00.0 likes best (VQGRAN) [drive-grain]
see 0000:41:00.0 sriov_numvfs 2
run plan wish.yaml
exit 0
out has nothing to do
