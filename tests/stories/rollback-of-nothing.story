# A run stops, and what it had set is as before: its rollback has no step, and says that there is nothing left of the run.
facts tests/facts/lab-x86.json
lab no: the kernel of the lab refuses no number of VFs for once
crash no: it is about what is told
modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: vfio-pci}}
fail */sriov_numvfs 1
run apply -y wish.yaml
exit 5
run rollback -y
exit 0
out has nothing to do.
out has Nothing that the run has set is left to take back.
run status
exit 0
out lacks interrupted

# somebody has set it otherwise since
run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run rollback -y
exit 0
out has Nothing that the run has set is left to take back, but for what stays: see above.
