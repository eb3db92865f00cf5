# Status tells where a run came to, whatever ended it: a death, a signal, a refusal of the kernel.
facts tests/facts/lab-x86.json
lab no: the moments are the twin's to choose

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run status
exit 0
out
| Last run    none: pawl has applied nothing here
| Debts       none: nothing temporary was left behind
| Locks       none is held: no run is under way

die */sriov_numvfs
run apply -y wish.yaml
revive
run status
exit 0
out
| ~ Last run    plan ????????, 5 steps*
|             died before its end; `pawl resume` goes on from there
|             1 of 5 steps done, 3 never begun
|             last begun: step 2, nic0.vfs (0000:02:00.0): numvfs 0 -> 2: how it ended is not known
| Debts       autoprobe of 0000:02:00.0 was left at 0, must be 1; the next `pawl apply` puts it back
| Locks       none is held: no run is under way
run status -o json
exit 0
out has "state": "died"
out has "never_begun": 3
out has "exit_code": null
out has "knob": "numvfs"

interrupt */sriov_numvfs
run apply -y wish.yaml
exit 5
run status
exit 0
out has : stopped part-way
out has 4 of 6 steps done, 2 never begun
out has last begun: step
out lacks died
run status -o json
out has "exit_code": 5
out has "state": "ended"
out has "never_begun": 2
