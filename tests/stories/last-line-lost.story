# A run of which the last line cannot be noted has done what it has done, and says so.
facts tests/facts/lab-x86.json
lab no: which write finds the disk full is the twin's to say

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}

# the ledger's
modprobe vfio-pci
fail *ledger 4 ENOSPC
run apply -y wish.yaml
exit 1
out has 7 of 7 steps done: verified, the host is as wished; see below what is wrong all the same.
out lacks not as wished
err has [ledger-unwritable]
run status
exit 0
out has : fine
run rollback -y
exit 8

# the journal's: the next run finds nothing left to do, and ends it
fail *journal 18 ENOSPC
run apply -y wish.yaml
exit 1
out has 7 of 7 steps done: verified, the host is as wished; see below what is wrong all the same.
err has [journal-unwritable]
run resume
exit 0
run status
exit 0
out lacks goes on from there
