# New VFs with queues come to no driver by themselves: who has said nothing of it hears it, and what to say.
facts tests/facts/stores.json
lab no: nvme-shares.story gives queues there
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 3, groups: [{range: "1", driver: none}]}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run plan wish.yaml
exit 0
err has wish.yaml:7:22: warning: VF 0,2 of 0000:31:00.0 get no driver [vfs-driverless]
err has `vfio-pci` for guests, `nvme` for this host, or `none`
run apply -y wish.yaml
exit 0
see 0000:31:00.1 driver -
run plan --detailed-exitcode wish.yaml
exit 0
err lacks vfs-driverless
file said.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 3, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run plan said.yaml
exit 0
err lacks vfs-driverless
