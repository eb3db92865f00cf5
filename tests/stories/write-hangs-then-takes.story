# A write that is still in the kernel when the run ends may come to its end afterwards: it counts as set, and goes back.
facts tests/facts/lab-x86.json
lab no: nothing in the lab blocks a write as long as it is wanted
crash no: what the write comes to is done by hand, and once

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
modprobe vfio-pci
write sys/bus/pci/devices/0000:01:00.0/driver_override vfio-pci
write sys/bus/pci/drivers/nvme/unbind 0000:01:00.0
hang sys/bus/pci/drivers_probe
run apply -y wish.yaml
exit 5
err has [still-running]
run ledger
exit 0
out has ssd0    0000:01:00.0  driver  (no driver)  vfio-pci
revive
write sys/bus/pci/drivers_probe 0000:01:00.0
see 0000:01:00.0 driver vfio-pci
run rollback -y
exit 8
see 0000:01:00.0 driver -
