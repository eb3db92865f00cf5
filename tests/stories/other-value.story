# What a write comes to is what the knob reads then: neither what it was, nor what was written. The run has changed it, and
# the ledger says to what.
facts tests/facts/lab-x86.json
lab no: somebody acts in the middle of the run

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
modprobe vfio-pci
write sys/bus/pci/devices/0000:01:00.0/driver_override vfio-pci
write sys/bus/pci/drivers/nvme/unbind 0000:01:00.0

# one step, and it is not "nothing changed"
meanwhile sys/bus/pci/drivers_probe write sys/bus/pci/devices/0000:01:00.0/driver_override nvme
run apply -y wish.yaml
exit 5
err has driver of 0000:01:00.0 reads "nvme" after "vfio-pci" was written [not-taken]
err has [stopped-part-way]
see 0000:01:00.0 driver nvme
run status
exit 0
out has driver (no driver) -> vfio-pci: stopped, reads nvme
run ledger
exit 0
out has ssd0    0000:01:00.0  driver  (no driver)  nvme

# what the probe has bound goes back
run rollback -y
exit 8
see 0000:01:00.0 driver -
run ledger
exit 0
out lacks nvme

# what is to go back and comes to another value is not back
write sys/bus/pci/drivers_probe 0000:01:00.0
see 0000:01:00.0 driver nvme
run apply -y wish.yaml
exit 0
meanwhile sys/bus/pci/drivers_probe write sys/bus/pci/devices/0000:01:00.0/driver_override vfio-pci
run rollback -y
exit 5
err has reads "vfio-pci" after "nvme" was written
see 0000:01:00.0 driver vfio-pci
run ledger
exit 0
out has driver  nvme  vfio-pci
run rollback -y
exit 8
err has its driver_override "vfio-pci", which stays too
