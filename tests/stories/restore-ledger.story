# What was applied is in the ledger alone: one that cannot be believed restores nothing, and the exit code says so.
facts tests/facts/lab-x86.json
lab no: the lab's machine is not booted twice in a story

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}

run apply -y wish.yaml
exit 0
reboot
put var/lib/pawl/ledger
| {"seq": 1, "event": "machine"}
run restore
exit 69
err has [ledger-damaged]
err has what pawl has set here is not known
see 0000:02:00.0 sriov_numvfs 0
as nobody
run restore
exit 77
