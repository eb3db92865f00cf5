# A saved plan can be looked at, also when the host has changed since, or is another one.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}

run plan wish.yaml --out change.plan
exit 0
run show change.plan
exit 0
out begins as before
out has nic0.vfs  numvfs  0 -> 2
out has Next: pawl apply change.plan
err lacks stale-plan
run show -o json change.plan
exit 0
out has "format": "pawl-plan"
out has "applyable": true
out lacks "configuration"
run show -o yaml change.plan
exit 0
out has format: pawl-plan

# the host is another one by now: what the plan was is shown, and why it is no more
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 1
run plan wish.yaml --out other.plan
exit 0
run show change.plan
exit 0
out has nic0.vfs  numvfs  0 -> 2
out lacks Next:
err has warning: 0000:02:00.0: its sriov_numvfs was 0 when the plan was saved, and is 1 now [stale-plan]
err has warning: the saved plan is
run show -o json change.plan
exit 0
out has "before": "0"
out has stale-plan

# what apply does not take, show does not either
file edited.plan
| {"plan_id": "0123", "format": "pawl-saved-plan", "format_version": "1.0", "digest": "4567"}
run show edited.plan
exit 65
err has the saved plan was changed after it was made [saved-plan]
run show change.plan --host lab-x86
exit 64
err has a saved plan says itself what it is for: --host cannot be given
run show change.plan -f wish.yaml
exit 64
err has is given alone
run show --tree change.plan
exit 64
err has is given alone
run show -
exit 64
err has standard input holds no saved plan
sh
| pawl show - <change.plan | grep -q 'numvfs  0 -> 2'

# a file with something else in it hides no selector
file driver=igb
| not a plan
run show driver=igb
exit 0
out has 0000:02:00.0
run show wish.yaml
exit 64
