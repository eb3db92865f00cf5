# What a VF has of its drive stands on the VF, and so on the pool; of all of them `nvme` is the name.
facts tests/facts/drives.json
lab no: the facts are written by hand
crash no: the plan of what is applied is another one

file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0: {select: {pci: "0000:51:00.0"}, vfs: {count: 2, driver: none}, nvme: {vf-queues: 8, vf-interrupts: 2}}
run plan --target ssd0.nvme wish.yaml
exit 0
out has ssd0.vfs       numvfs         0 -> 2
out has ssd0.vf.[0-1]  vf_queues      (new) -> 8
err has left out by --target: ssd0.vf.[0-1].driver
run apply -y --target ssd0.vf.1.nvme wish.yaml
exit 0
err has left out by --target: ssd0.vf.[0-1].driver, ssd0.vf.0.nvme
see 0000:51:00.0 sriov_numvfs 2
run show -o json 0000:51:00.1
out has "online": "false"
run show -o json 0000:51:00.2
out has "online": "true"
run apply -y wish.yaml
exit 0
run show -o json 0000:51:00.1
out has "queues": "8"
out has "online": "true"
