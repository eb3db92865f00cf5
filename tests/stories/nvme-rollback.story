# A rollback of what was given again after a reset of the drive: its VFs are offline again, and so without the nvme driver,
# which would find nothing; that is said.
facts tests/facts/lab-x86.json
lab x86 arm64
modprobe vfio-pci
file first.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
file third.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
run apply -y first.yaml
exit 0
see 0000:01:00.1 driver nvme
write sys/class/nvme/nvme0/reset_controller 1
run apply -y first.yaml
exit 0
run rollback -y
exit 8
out has the run is taken back
err has note: ssd0.vf.0: 0000:01:00.1 ends without its driver: its controller is offline again, as it was, and nvme finds nothing there [not-taken-back]
see 0000:01:00.1 driver -
run show -o json 0000:01:00.1
out has "online": "false"
run apply -y first.yaml
exit 0
see 0000:01:00.1 driver nvme

# and another driver was wished for with it
write sys/class/nvme/nvme0/reset_controller 1
run apply -y third.yaml
exit 0
run rollback -y
exit 8
err lacks changed-since
see 0000:01:00.1 driver -
run apply -y third.yaml
exit 0
see 0000:01:00.1 driver vfio-pci
