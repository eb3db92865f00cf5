# A write succeeds and changes nothing, as a probe that binds nothing: it counts by what reads afterwards.
facts tests/facts/lab-x86.json
lab no: the kernel that lies is the twin's

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

lose sys/bus/pci/drivers_probe
run apply -y wish.yaml
exit 5
err has still reads (no driver) after "vfio-pci" was written
err has [not-taken]
out has 2 of 3 steps done
see 0000:01:00.0 driver -
run status
exit 0
out has driver (no driver) -> vfio-pci: refused, not taken
run apply -y wish.yaml
exit 0
see 0000:01:00.0 driver vfio-pci

file more.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

lose */sriov_numvfs
run apply -y more.yaml
exit 5
err has numvfs of 0000:02:00.0 still reads "0" after "2" was written
see 0000:02:00.0 sriov_drivers_autoprobe 1
