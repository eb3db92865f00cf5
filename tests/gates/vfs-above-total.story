# More VFs than the card can have.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         vfs: {count: 61}

run apply -y wish.yaml
exit 4
err has wish.yaml:7:22: error: 61 VFs are more than 0000:17:00.0 can have: sriov_totalvfs is 60 [vfs-above-total]
see 0000:17:00.0 sriov_numvfs 0
