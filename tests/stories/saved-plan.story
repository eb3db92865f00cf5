# A plan made from captured facts, in a pipeline, is saved; the host applies just that plan, or none.
facts tests/facts/lab-x86.json
lab x86
crash no: a saved plan is stale once a part of it is done; the way on is a new plan
file vfs.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: none}

run plan vfs.yaml --out change.plan
exit 0
out has Next: pawl apply change.plan

# what it is for stands in it
run apply -y change.plan --host lab-x86
exit 64
err has --host cannot be given

run rehearse change.plan
exit 0

# the host changes before it is applied: not this plan any more
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
run apply -y change.plan
exit 6
err has the saved plan is
err has stale-plan
run apply -y -o json change.plan
exit 6
out has "id": "stale-plan"
out lacks "applyable"
see 0000:02:00.0 sriov_numvfs 0

write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 1
run apply -y change.plan
exit 0
out has verified, the host is as wished
see 0000:02:00.0 sriov_numvfs 2

# it is given alone
run rehearse change.plan vfs.yaml
exit 64
err has change.plan is a saved plan: it is given alone

# once is enough
run apply -y change.plan
exit 6

# it keeps the targets that it is for
file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: none}}
|       gone: {select: {pci: "0000:99:00.0"}, driver: none}
run plan --target ssd0 --out ssd.plan two.yaml
exit 0
run apply -y ssd.plan
exit 0
see 0000:01:00.0 sriov_numvfs 1

# a refused plan is not saved, and that is said
run plan --out no.plan two.yaml
exit 4
err has no plan is written to no.plan: a refused plan cannot be applied
err has [not-saved]
run apply -y no.plan
exit 65
err has no.plan does not exist

# a saved plan has one form; - is the output, for the next command of a pipe
run plan --out - -o yaml vfs.yaml
exit 64
err has --out - and -o each say what goes to standard output
run plan --out - two.yaml
exit 4
out lacks plan_id
err has no plan is written to standard output
run plan --target ssd0 --out - two.yaml
exit 0
out has "format": "pawl-saved-plan"
out lacks Next:
run facts capture --out -
exit 0
out has "origin"
sh
| test ! -e ./-
| pawl plan --out - vfs.yaml | pawl rehearse - | grep -q 'The'
