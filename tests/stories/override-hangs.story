# A write to driver_override that sits in the kernel holds the lock of a function without SR-IOV: reading it would wait
# as long, and nobody else is made to.
facts tests/facts/lab-x86-names.json
lab no: each hang is struck on the twin, at one write

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-names:
|     devices:
|       nic0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

modprobe vfio-pci
hang */driver_override
run apply -y wish.yaml
exit 5
err has still
run show
exit 0
run status
exit 0
revive
run apply -y wish.yaml
exit 0
see 0000:01:00.0 driver vfio-pci
