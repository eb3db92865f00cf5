# Why a saved plan is stale is told once an object, in the words of plans; what follows from it is not told as well.
facts tests/facts/lab-x86.json
lab x86
crash no: a saved plan is stale once a part of it is done; the way on is a new plan

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
run plan wish.yaml --out p.plan
exit 0

# VFs that are there since are not looked at one by one
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run apply p.plan -y
exit 6
err
| error: 0000:02:00.0: its sriov_numvfs was 0 when the plan was saved, and is 2 now; its sriov_drivers_autoprobe was 1, and is 0 now [stale-plan]
| ~ error: the saved plan is ????????, and a plan made now is ????????, of 2 steps ?stale-plan?
|   path: p.plan
|   hint: `pawl resume` goes on with it when its run was interrupted; else look at a new plan with `pawl plan`, and apply that one
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 1

# what was as wished, and is not now
run apply p.plan -y
exit 0
run plan wish.yaml --out p.plan
exit 0
out has nothing to do
write sys/bus/pci/devices/0000:02:10.0/driver_override vfio-pci
run apply p.plan -y
exit 6
err
| error: nic0.vf.0: its override would go from vfio-pci to none, and the saved plan has no such step [stale-plan]
| ~ error: the saved plan is ????????, and a plan made now is ????????, of 1 step ?stale-plan?
|   path: p.plan
|   hint: `pawl resume` goes on with it when its run was interrupted; else look at a new plan with `pawl plan`, and apply that one
