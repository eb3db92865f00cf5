# What ran here, why, and how it ended.
facts tests/facts/lab-x86.json
lab no: the lab's clock and what ran before are its own

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

run history
exit 0
out
| No run had anything to do here.

run apply -y --note ticket-4711 wish.yaml
exit 0
run history
exit 0
out
| ~ ????-??-??T??:??:*Z * plan ????????  1 of 1 step  fine  nic0
|     ticket-4711

# a run without steps is none; one that the kernel refuses is
run apply -y wish.yaml
exit 0
fail */sriov_numvfs
run apply -y none.yaml
exit 1
run history
exit 0
out
| ~ ????-??-??T??:??:*Z * plan ????????  1 of 1 step  fine  nic0
|     ticket-4711
| ~ ????-??-??T??:??:*Z * plan ????????  0 of 1 step  not done
|     interrupted: `pawl resume` goes on with it

# power goes away in the middle; the next run notes it
die */sriov_numvfs
run apply -y none.yaml
revive
run history
exit 0
out has 0 of 1 step  died before its end
run apply -y --note once-more none.yaml
exit 0
run history
exit 0
out has died before its end
run history -o json
exit 0
out has "note": "once-more"
out has "exit_code": null

# and a shell offers them to who is to name one
run completion candidates -- rollback 2
exit 0
out has : once-more
