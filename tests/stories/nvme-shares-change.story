# Another share for VFs that are there: offline first, which takes all from them, then what they are to have.
# Two that change places have enough in between, and who uses one is asked first.
facts tests/facts/drives.json
lab no: the lab's drive gives each VF the same, its most being its least

file first.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: nvme, groups: [{range: "1", driver: vfio-pci}]}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
run apply -y first.yaml
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver vfio-pci

file second.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: nvme, groups: [{range: "1", driver: vfio-pci}]}
|         nvme: {vf-queues: 4, vf-interrupts: 7}

# a guest would lose its disk in the middle of its work
hold 0000:51:00.2 guest
run apply -y second.yaml
exit 4
out has affects  0000:51:00.2 loses its disk
out has undo     vf_queues back to 8, vf_interrupts back to 7, vf_online back to true
err has 0000:51:00.2 (VF 1 of 0000:51:00.0) would lose its disk: it is open in
err has [vfs-in-use]
run show -o json 0000:51:00.2
out has "queues": "8"
release 0000:51:00.2

run apply -y second.yaml
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver vfio-pci
run show -o json 0000:51:00.1
out has "queues": "4"
out has "interrupts": "7"
out has "online": "true"
run plan second.yaml
exit 0
out has nothing to do

# what the run has changed comes back, and what it had left open, too
run rollback -y
exit 8
run show -o json 0000:51:00.2
out has "queues": "8"
out has "interrupts": "7"
out has "online": "true"
see 0000:51:00.1 driver nvme
run plan first.yaml
exit 0
out has nothing to do
