# What the kernel did not take stands in the status, with what it said.
facts tests/facts/lab-x86.json
lab no: the refusal is the twin's

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

fail */sriov_numvfs
run apply -y wish.yaml
exit 5
run status
exit 0
out has step 2, nic0.vfs (0000:02:00.0): numvfs 0 -> 2:
out has EIO
out has 2 never begun
run status -o json
out has "note": "EIO"
