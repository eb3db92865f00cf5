# The power goes while a VF has another share given. Half of one is of no use: its controller would stay offline, and
# nvme finds nothing there. After the boot the share that was applied last comes back, with its driver.
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
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
file second.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 7}
run apply -y first.yaml
exit 0
die nvme/*/queues
run apply -y second.yaml
revive
reboot
run restore
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver nvme
run show -o json 0000:51:00.1
out has "queues": "8"
out has "interrupts": "7"
out has "online": "true"
run plan first.yaml
out has nothing to do

# the one VF has its new share, the other is on its way to it
die nvme/*/queues 2
run apply -y second.yaml
revive
reboot
run restore
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver nvme
run show -o json 0000:51:00.1
out has "queues": "8"
out has "interrupts": "7"
out has "online": "true"
run plan first.yaml
out has nothing to do

# and so when the power goes again in the restore
die nvme/*/interrupts
run apply -y second.yaml
revive
reboot
die nvme/*/online
run restore
revive
run restore
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver nvme
run show -o json 0000:51:00.2
out has "queues": "8"
out has "interrupts": "7"
out has "online": "true"
run plan first.yaml
out has nothing to do

# what came to its end before is what comes back
run apply -y second.yaml
exit 0
reboot
run restore
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver nvme
run show -o json 0000:51:00.2
out has "queues": "4"
out has "interrupts": "7"
out has "online": "true"
