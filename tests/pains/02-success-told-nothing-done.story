# The tool ended with 0 and its label said "ready", and the card was still with its old driver, or with none: drivers_probe
# succeeds although no driver takes the card (ROCm/gpu-operator#417, nasty#603). Only the driver's link tells, so pawl reads that.
facts tests/facts/lab-x86.json
lab x86
crash no: a refused driver ends a run with 5 or, when nothing else was left to do, with 1

modprobe igbvf
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2

# without an override and with autoprobe off; with the override none; with one that nobody has
write sys/bus/pci/drivers_probe 0000:02:10.0
see 0000:02:10.0 driver -
write sys/bus/pci/drivers/igbvf/bind 0000:02:10.0 ENODEV
write sys/bus/pci/devices/0000:02:10.0/driver_override none
write sys/bus/pci/drivers_probe 0000:02:10.0
see 0000:02:10.0 driver -
write sys/bus/pci/devices/0000:02:10.0/driver_override nobody
write sys/bus/pci/drivers_probe 0000:02:10.0
see 0000:02:10.0 driver -

# a driver that refuses: its error comes with bind, and never with drivers_probe
write sys/bus/pci/devices/0000:02:10.0/driver_override nvme
write sys/bus/pci/drivers_probe 0000:02:10.0
see 0000:02:10.0 driver -
write sys/bus/pci/drivers/nvme/bind 0000:02:10.0 ENODEV

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       port: {select: {pci: "0000:02:10.2"}, driver: nvme}
run apply -y wish.yaml
exit 5
err has driver of 0000:02:10.2 still reads (no driver) after "nvme" was written [not-taken]
err has path: /sys/bus/pci/devices/0000:02:10.2
err has hint: `dmesg` tells what driver and kernel say of it
see 0000:02:10.2 driver -
see 0000:02:10.2 driver_override nvme
run status
exit 0
out has stopped part-way

# the right one is taken afterwards
file right.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       port: {select: {pci: "0000:02:10.2"}, driver: igbvf}
run apply -y right.yaml
exit 0
see 0000:02:10.2 driver igbvf

# it counts what is, not what was done: somebody unbinds the card after a good run, and that is what is told
run assert right.yaml
exit 0
write sys/bus/pci/drivers/igbvf/unbind 0000:02:10.2
run assert right.yaml
exit 2
out has port  driver: igbvf wanted, no driver, override igbvf found
