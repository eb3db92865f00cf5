# After a boot the VFs of a drive come back with what they had of it, before their drivers.
facts tests/facts/drives.json
lab no: the facts are written by hand

file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: nvme, groups: [{range: "1", driver: vfio-pci}]}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
run apply -y wish.yaml
exit 0
reboot
see 0000:51:00.0 sriov_numvfs 0
run restore
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.2 driver vfio-pci
run show -o json 0000:51:00.2
out has "queues": "8"
out has "interrupts": "7"
out has "online": "true"
run plan wish.yaml
exit 0
out has nothing to do
run restore
exit 0

# decommissioned: all of it goes
file gone.yaml
| pawl: 1
| hosts:
|   drives: {state: absent}
run apply -y gone.yaml
exit 0
see 0000:51:00.0 sriov_numvfs 0
