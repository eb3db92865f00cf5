# Somebody sets a knob while a run is on its way there: it is theirs, and pawl stops.
facts tests/facts/lab-x86.json
lab no: the moment is the twin's to choose

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

meanwhile */sriov_numvfs write sys/bus/pci/devices/0000:01:00.0/driver_override pci-stub
run apply -y --parallel 1 wish.yaml
exit 5
err has override of 0000:01:00.0 reads "pci-stub"
err has not touched [not-as-planned]
see 0000:01:00.0 driver_override pci-stub
see 0000:01:00.0 driver nvme
see 0000:02:00.0 sriov_numvfs 2

# a number of VFs is nobody's to correct in passing either
file back.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

run apply -y back.yaml
exit 0
meanwhile */sriov_drivers_autoprobe write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 3
run apply -y --parallel 1 wish.yaml
exit 5
err has numvfs of 0000:02:00.0 reads "3"
err has [not-as-planned]
see 0000:02:00.0 sriov_numvfs 3
see 0000:02:00.0 sriov_drivers_autoprobe 1
