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
