# A variant of vfio-pci takes a function as vfio-pci does, and a guest can have it.
facts tests/facts/vfio-variant.json
lab no: the lab emulates no card that has such a driver

file wish.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0: {select: {pci: "0000:41:00.0"}, vfs: {count: 2, driver: mlx5_vfio_pci}}
|     guests:
|       vm1: {state: running, hostdevs: [{device: nic0.vf.0}]}

# It came to nobody by itself: what it holds is exported, also without an override
run export
exit 0
out has driver: mlx5_vfio_pci

run apply -y wish.yaml
exit 0
see 0000:41:00.2 driver mlx5_vfio_pci
see 0000:41:00.3 driver mlx5_vfio_pci
run assert wish.yaml
exit 0

# A boot leaves it to nobody, as none but an override leads there
reboot
modprobe mlx5_vfio_pci
run restore
exit 0
see 0000:41:00.2 driver mlx5_vfio_pci
