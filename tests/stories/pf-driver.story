# A physical function goes to vfio-pci and back to its own driver.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file guest.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file host.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}

run apply -y guest.yaml
exit 0
see 0000:01:00.0 driver vfio-pci
run apply -y host.yaml
exit 0
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override nvme
sh
| sleep 1
| test -e /dev/nvme0 || test -e /dev/nvme1
