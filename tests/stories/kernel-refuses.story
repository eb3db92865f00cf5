# The kernel refuses a write: what was changed for it is put back, and the message says which write and why.
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
err has sriov_numvfs: Input/output error
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:00.0 sriov_numvfs 0
