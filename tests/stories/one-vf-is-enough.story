# One VF is in use as much as many are: its physical function's driver stays, and so does the number of VFs.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
write sys/bus/pci/devices/0000:01:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 1
file driver.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file more.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2}}

run apply -y driver.yaml
exit 4
err has [pf-has-vfs]
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override -
write sys/bus/pci/devices/0000:01:00.1/driver_override vfio-pci
write sys/bus/pci/drivers_probe 0000:01:00.1
hold 0000:01:00.1 guest
run apply -y more.yaml
exit 4
err has [vfs-in-use]
see 0000:01:00.0 sriov_numvfs 1
release 0000:01:00.1
