# A VF is taken into use right before pawl takes it away: the write stays in the kernel, and pawl says who waits.
facts tests/facts/lab-x86.json
lab no: who holds before the run is seen by a gate, and nobody can come in between on time

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

run apply -y wish.yaml
exit 0
meanwhile */sriov_numvfs hold 0000:02:10.2 guest
run apply -y none.yaml
exit 5
err has the write is still in the kernel after its deadline, and keeps the device's lock [still-running]
err has held by: process
err has write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs

# the lock is the helper's: whoever asks hears of it, and nobody hangs
run status
exit 0
out has 0000:02:00
out has write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
run apply -y none.yaml
exit 75
err has write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs

# what it waits for lets go, it ends, and the next run finds nothing to do
release 0000:02:10.2
see 0000:02:00.0 sriov_numvfs 0
run apply -y none.yaml
exit 0
run status
exit 0
out lacks write sys
