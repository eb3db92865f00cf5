# VFs of a function without SR-IOV.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       disk:
|         select: {pci: "0000:30:04.0"}
|         vfs: {count: 1}

run apply -y wish.yaml
exit 4
err has wish.yaml:7:22: error: 0000:30:04.0 has no SR-IOV capability [sriov-missing]
run status
exit 0
out has Last run    none
