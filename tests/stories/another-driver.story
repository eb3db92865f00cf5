# Virtual functions go from one driver to another, and to none.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
modprobe igbvf
file first.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: igbvf}}
file second.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file third.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run apply -y first.yaml
exit 0
see 0000:02:10.0 driver igbvf
see 0000:02:10.0 driver_override igbvf

run apply -y second.yaml
exit 0
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
see 0000:02:10.2 driver_override vfio-pci

run apply -y third.yaml
exit 0
see 0000:02:10.0 driver -
see 0000:02:10.0 driver_override none
see 0000:02:10.2 driver_override none
