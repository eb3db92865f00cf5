# What a later run has set to another value is that run's, and nobody else's; rollbacks of rollbacks give it on.
facts tests/facts/lab-x86.json
lab no: the values and who set them are the same words on any machine; rollback-later-run is played there

file vfio.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file nvme.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}

modprobe vfio-pci
run plan -o json vfio.yaml
run apply -y vfio.yaml
exit 0
run apply -y nvme.yaml
exit 0
run rollback -y @PLAN@
exit 0
out has nothing to do
err has note: ssd0: override of 0000:01:00.0 stays "nvme": the run of
err has has set it since [changed-since]
err lacks somebody else
see 0000:01:00.0 driver nvme

# the later run taken back, and that taken back: it is the later run's again
run rollback -y
exit 8
see 0000:01:00.0 driver vfio-pci
run rollback -y
exit 8
see 0000:01:00.0 driver nvme
run rollback -y @PLAN@
exit 0
err has stays "nvme": the run of
err lacks somebody else

# taken back once more, it is the first one's
run rollback -y
exit 8
see 0000:01:00.0 driver vfio-pci
run rollback -y @PLAN@
exit 8
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override -

# what somebody has set by hand since is somebody else's
run apply -y vfio.yaml
exit 0
run apply -y nvme.yaml
exit 0
write sys/bus/pci/devices/0000:01:00.0/driver_override other
run rollback -y
err has somebody else
