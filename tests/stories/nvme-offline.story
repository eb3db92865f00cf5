# The bare VFs of an NVMe controller are offline: the nvme driver refuses them, and pawl says so for each.
facts tests/facts/lab-x86.json
lab x86 arm64
crash no: a refused driver ends a run with 5 or, when nothing else was left to do, with 1

# by themselves they would get it, with no driver in the end
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 1
see 0000:01:00.1 driver -
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 0

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: nvme}}
run apply -y wish.yaml
exit 5
err has driver of 0000:01:00.1 still reads (no driver) after "nvme" was written [not-taken]
see 0000:01:00.0 sriov_numvfs 2
see 0000:01:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.1 driver -
write sys/bus/pci/drivers/nvme/bind 0000:01:00.1 ENODEV
