# A reset of the drive takes all from its VFs, though their number reads as before: that is seen, and given again.
facts tests/facts/lab-x86.json
lab no: the driver is taken from the drive under its VFs, and comes back, by hand

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
run apply -y wish.yaml
exit 0
write sys/bus/pci/drivers/nvme/unbind 0000:01:00.0
write sys/bus/pci/drivers/nvme/bind 0000:01:00.0
see 0000:01:00.0 sriov_numvfs 2
run show -o json 0000:01:00.1
out has "online": "false"
run assert wish.yaml
exit 2
run plan wish.yaml
exit 0
out has vf_queues      0 -> 2
out lacks -> false
run apply -y wish.yaml
exit 0
see 0000:01:00.1 driver vfio-pci
run show -o json 0000:01:00.1
out has "queues": "2"
out has "interrupts": "1"
out has "online": "true"
