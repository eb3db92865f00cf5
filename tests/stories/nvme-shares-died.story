# A run dies when a VF's controller is offline, which has taken its queues and interrupts: what they were is not lost. Who
# goes on gives the new ones, and a rollback the earlier ones, whichever came first.
facts tests/facts/drives.json
lab no: pawl dies at a chosen write
crash no: it dies already

modprobe vfio-pci
file first.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
file second.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 7}
run apply -y first.yaml
exit 0

die nvme/*/queues
run apply -y second.yaml
revive
run show -o json 0000:51:00.1
out has "queues": "0"
out has "interrupts": "0"
out has "online": "false"
run rollback -y
exit 8
run show -o json 0000:51:00.1
out has "queues": "8"
out has "interrupts": "7"
out has "online": "true"
run plan first.yaml
exit 0
out has nothing to do

# at the write that takes it offline, which has not come: nothing is to be taken back
die nvme/*/online
run apply -y second.yaml
revive
run rollback -y
exit 0
out has nothing to do
run plan first.yaml
exit 0
out has nothing to do

# to its end, and back
die nvme/*/interrupts
run apply -y second.yaml
revive
run resume -y
exit 0
run show -o json 0000:51:00.1
out has "queues": "4"
out has "online": "true"
run rollback -y
run show -o json 0000:51:00.1
out has "queues": "8"
