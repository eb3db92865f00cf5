# What status, resume and a stale plan name as the next step is what goes on with the run.
facts tests/facts/lab-x86.json
lab no: the kernel's refusals are the twin's

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file four.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4, driver: vfio-pci}}
file drive.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: vfio-pci}}

# a saved plan is not applied twice: resume is what goes on with it
modprobe vfio-pci
run plan two.yaml --out p.plan
fail *0000:02:10.0/driver_override
run apply -y p.plan
exit 5
err has hint: `pawl status` tells what is pending; `pawl resume` goes on from here
run status
out has stopped part-way; `pawl resume` goes on from there
run apply -y p.plan
exit 6
err has hint: `pawl resume` goes on with it when its run was interrupted; else look at a new plan
run resume -y
exit 0
see 0000:02:10.0 driver vfio-pci
run status
exit 0
out lacks before a boot

# after a boot the restore comes first, whatever the last run was
fail *0000:02:10.2/driver_override
run apply -y four.yaml
exit 5
reboot
modprobe vfio-pci
run status
exit 0
out has after `pawl restore` (a boot came between) `pawl resume` goes on from there
run resume -y
exit 6
err has hint: a boot came between: `pawl restore` first, then `pawl resume`
run restore
exit 0
run status
exit 0
out has stopped part-way; `pawl resume` goes on from there
run resume -y
exit 0
see 0000:02:00.0 sriov_numvfs 4
see 0000:02:10.2 driver vfio-pci
reboot
modprobe vfio-pci
run status
exit 0
out has that was before a boot: `pawl restore` brings back what went with it
run restore
exit 0
run status
exit 0
out lacks before a boot

# a rollback that another run came after is named by the run that it takes back
run apply -y drive.yaml
exit 0
fail */sriov_numvfs 1
run rollback -y
exit 1
run status
exit 0
out has `pawl rollback` goes on from there
run apply -y two.yaml
exit 0
run status
exit 0
out has `pawl rollback 5ab27a78` goes on from there
run resume
exit 1
err has `pawl rollback 5ab27a78` finishes it
run rollback -y 5ab27a78
exit 8
see 0000:01:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_numvfs 2
run history
exit 0
out lacks interrupted
