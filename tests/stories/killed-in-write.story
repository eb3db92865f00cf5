# pawl is killed while its write is in the kernel: the helper keeps the device's lock, and the next run goes on.
facts tests/facts/lab-x86.json
lab x86
twin no: its helpers are no processes; dies and killed play the deaths there

file up.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 7, driver: none}}
file down.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

run apply -y up.yaml
exit 0
# taking VFs away lasts 2 s: pawl is killed as soon as the lock says that the write is a helper's
sh
| pawl apply -y down.yaml >/dev/null 2>&1 & pawl=$!
| until grep -qs ' write sys/.*sriov_numvfs' /run/pawl/device/0000:02:00.lock; do :; done
| kill -9 $pawl
run status
exit 0
out has held by process
out has write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
run apply -y down.yaml
exit 75
err has a write to the device is still in the kernel [device-busy]
err has held by: process
sh
| while pawl status | grep -q 'write sys'; do sleep 0.2; done
see 0000:02:00.0 sriov_numvfs 0
run apply -y down.yaml
exit 0
run apply -y up.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:10.0 driver_override none
