# Somebody mounts a drive after a boot, before it is restored: it is not taken from him, and all else comes back.
facts tests/facts/lab-x86.json
lab x86
twin no: file systems are made and mounted with the machine's own tools

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

modprobe vfio-pci
run apply -y wish.yaml
exit 0
reboot
modprobe vfio-pci
sh
| mkfs.minix /dev/nvme0n1 >/dev/null
| mkdir data
| mount -t minix /dev/nvme0n1 data
run restore
exit 1
err has mounted
see 0000:01:00.0 driver nvme
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver vfio-pci
sh
| umount data
run restore
exit 0
see 0000:01:00.0 driver vfio-pci
run restore
exit 0
out has nothing to do
