# VFs that are in the way of another mode: of ice any, of mlx5_core those that its driver has. pawl takes none away by
# itself.
facts tests/facts/switches.json
lab no: the facts are written by hand, no emulated card has an embedded switch

file vfs.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, vfs: {count: 2, driver: none}}
|       mlx: {select: {pci: "0000:41:00.0"}, vfs: {count: 2, driver: mlx5_core}}

file modes.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, eswitch: switchdev, vfs: {count: 2, driver: none}}
|       mlx: {select: {pci: "0000:41:00.0"}, eswitch: switchdev, vfs: {count: 2, driver: mlx5_core}}

run apply -y vfs.yaml
exit 0
run apply -y modes.yaml
exit 4
err has ice changes the mode of its switch only without VFs, and 0000:31:00.0 has 2 [eswitch-vfs]
err has hint: apply once with `count: 0`, then with the mode and the VFs
err has 2 of the VFs of 0000:41:00.0 are bound to mlx5_core: its firmware changes to switchdev only while none is [eswitch-vfs]
err has hint: give its VFs `driver: none` and apply, then the mode, then their driver
run show -o json 0000:31:00.0
out has "legacy"

# another number of VFs takes those away that are there, and the mode changes meanwhile
file more.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, eswitch: switchdev, vfs: {count: 3, driver: none}}
|       mlx: {select: {pci: "0000:41:00.0"}, eswitch: switchdev, vfs: {count: 3, driver: mlx5_core}}
run apply -y more.yaml
exit 0
run assert more.yaml
exit 0
see 0000:41:00.4 driver mlx5_core
