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
exit 0
out has 7 of 7 steps done: verified, the host is as wished.
out lacks not as wished
err has warning: the ledger does not take the next line [ledger-unwritable]
run status
exit 0
out has : fine
run rollback -y
exit 8

# the journal's: the ledger has it all the same, and nothing is left to do
fail *journal 18 ENOSPC
run apply -y wish.yaml
exit 0
out has 7 of 7 steps done: verified, the host is as wished.
err has warning: the journal does not take the next line [journal-unwritable]
run history
exit 0
out lacks died
out lacks interrupted
run status
exit 0
out has : fine
out lacks goes on from there
run resume
exit 0
err has [nothing-to-resume]
run rollback -y
exit 8

# neither has it, as after a death: what was done is said, and that nobody knows how it ended
die *journal 18
run apply -y wish.yaml
revive
run history
exit 0
out has 7 of 7 steps  all done, and no end is noted
out lacks died
run status
exit 0
out has all done, and no end is noted; `pawl resume` goes on from there
out lacks died
run resume
exit 0
run status
exit 0
out lacks goes on from there
