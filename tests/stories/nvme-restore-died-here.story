# pawl dies while a VF has another share given, for which the host's driver let it go: a restore in the same boot brings
# back the share that was applied last, and the driver.
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
run restore
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver nvme
run show -o json 0000:51:00.1
out has "queues": "8"
out has "interrupts": "7"
out has "online": "true"
run restore
out has nothing to do
run plan first.yaml
out has nothing to do

# a restore that dies as well leaves the rest to the next one
die nvme/*/queues
run apply -y second.yaml
revive
die nvme/*/interrupts
run restore
revive
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

# VFs that have their new share lack the driver alone
die *drivers_probe 2
run apply -y second.yaml
revive
run restore
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver nvme
run show -o json 0000:51:00.1
out has "queues": "4"
run show -o json 0000:51:00.2
out has "queues": "4"
out has "online": "true"

# who goes on with the run instead finds what it left
run apply -y first.yaml
exit 0
die nvme/*/queues
run apply -y second.yaml
revive
run resume -y
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver nvme
run show -o json 0000:51:00.2
out has "queues": "4"
out has "interrupts": "7"
out has "online": "true"
run restore
out has nothing to do

# and who takes it back finds what was there before
die nvme/*/queues
run apply -y first.yaml
revive
run rollback -y
exit 8
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver nvme
run show -o json 0000:51:00.2
out has "queues": "4"
out has "interrupts": "7"
out has "online": "true"
run restore
out has nothing to do
