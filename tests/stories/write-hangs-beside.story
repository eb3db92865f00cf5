# A device that hangs keeps itself locked, not the host: what is done of another device is done, and is told so.
facts tests/facts/lab-x86.json
lab no: nothing in the lab blocks a write as long as it is wanted
crash no: what hangs is left to the kernel, and is not as wished then

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}

modprobe vfio-pci
hang */0000:02:00.0/sriov_numvfs
run apply -y wish.yaml --target nic0
exit 5
err has [still-running]

run resume
exit 75
err has wish.yaml:
err has [device-busy]
err has --target PART` does others meanwhile

run apply -y wish.yaml --target ssd0
exit 0
err has path: /var/lib/pawl/ledger
err has hint: `pawl apply` with its configuration goes on with it
out lacks 0000:02:00.0
out has verified, what --target names is as wished
err has autoprobe of 0000:02:00.0 stays "0" while a write to the device is still in the kernel [left-temporary]
see 0000:01:00.0 sriov_numvfs 2
run status
exit 0
out has fine
run apply -y wish.yaml
exit 75

# whoever goes on with what hangs hears of that, whatever was done beside it
run resume
exit 75
err has 0000:02:00.0: the interrupted run of
err has a write to it is still in the kernel [device-busy]
err has held by: process
err has hint: when it is done `pawl apply` with its configuration goes on with the run

# a rollback of what was done beside it
run rollback -y
exit 8
see 0000:01:00.0 sriov_numvfs 0

revive
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:10.2 driver vfio-pci
