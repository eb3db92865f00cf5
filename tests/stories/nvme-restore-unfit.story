# A run dies when the VFs have given back what they had, and somebody else takes of it before the restore in the same
# boot: what does not fit the drive refuses, and says so. Nothing else is done with that VF, and what is there again
# when the others have given it back comes with the next restore.
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
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 12, vf-interrupts: 8}
file second.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 8}
run apply -y first.yaml
exit 0
die nvme/*/queues
run apply -y second.yaml
revive
write nvme/0000:41:00.0/2/queues 16
run restore
exit 1
err has error: ssd0.vf.0: the drive does not take "12" as vf_queues of 0000:41:00.0 vf 0: controller 2, Virtualization Management, queues 12: status 121h
err has `pawl resume` goes on with it
err has [nothing-changed]
see 0000:41:00.1 driver -
see 0000:41:00.2 driver -

# room for one of the two: none of the pair is bound to what it would not find
write nvme/0000:41:00.0/2/queues 12
run restore
exit 5
err has 0000:41:00.0 vf 1: controller 3, Virtualization Management, queues 12: status 121h
see 0000:41:00.1 driver -
see 0000:41:00.2 driver -
run show -o json 0000:41:00.1
out has "queues": "12"
out has "online": "false"

# the new shares have room: who goes on with the run is not held up by the restores
run resume -y
exit 0
see 0000:41:00.1 driver nvme
see 0000:41:00.2 driver nvme
run show -o json 0000:41:00.2
out has "queues": "4"
out has "online": "true"
run restore
exit 0
out has nothing to do

# the others give it back
write nvme/0000:41:00.0/2/queues 0
run apply -y first.yaml
exit 0
die nvme/*/queues
run apply -y second.yaml
revive
write nvme/0000:41:00.0/2/queues 12
run restore
exit 5
write nvme/0000:41:00.0/2/queues 0
run restore
exit 0
see 0000:41:00.1 driver nvme
see 0000:41:00.2 driver nvme
run show -o json 0000:41:00.2
out has "queues": "12"
out has "online": "true"
run restore
out has nothing to do
