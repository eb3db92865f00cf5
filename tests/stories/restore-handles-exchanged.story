# Two ports exchange their names, and nothing else changes. Each is known by the name that it has now: a boot takes from
# neither what it was to have.
facts examples/facts/kunpeng.json
lab no: the lab's machine is not booted twice in a story
modprobe vfio-pci
file one.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       nic1: {select: {pci: "0000:17:00.1"}, vfs: {count: 3, driver: vfio-pci}}
file two.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic1: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       nic0: {select: {pci: "0000:17:00.1"}, vfs: {count: 3, driver: vfio-pci}}
run apply -y one.yaml
exit 0
run apply -y two.yaml
exit 0
out has nothing to do
reboot
modprobe vfio-pci
run restore
exit 0
err lacks not-restored
out has 2 devices
see 0000:17:00.0 sriov_numvfs 2
see 0000:17:00.1 sriov_numvfs 3
run assert two.yaml
exit 0
