# What a drive refuses is said in its own words: which controller, which command, the status, and what to do.
facts tests/facts/drives.json
lab no: somebody acts between plan and write
crash no: a refused command ends a run with 5 or, when nothing else was left to do, with 1

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 12, vf-interrupts: 8}
# another one takes what the plan counted on, when the VFs are there: 64, of which the drive holds 40
meanwhile */1/queues write nvme/0000:41:00.0/0/queues 16
run apply -y wish.yaml
exit 5
err has wish.yaml:8:27: error: the drive does not take "12" as vf_queues of 0000:41:00.0 vf 1: controller 3, Virtualization Management, queues 12: status 121h, Invalid Number of Controller Resources (type 1h, code 21h) [not-taken]
err has hint: `pawl show` tells what the drive has to give, and the most that one VF may have
see 0000:41:00.1 driver -

# who goes on takes that back first
run resume -y
exit 0
see 0000:41:00.2 driver vfio-pci
run show -o json 0000:41:00.1
out has "queues": "12"
run show -o json 0000:41:00.2
out has "queues": "12"
out has "online": "true"
run plan wish.yaml
exit 0
out has nothing to do
