# A PF that is not there: refused with the candidates, and nothing is touched.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select: {pci: "0000:18:00.0"}
|         vfs: {count: 2, driver: none}

run apply -y wish.yaml
exit 4
err has wish.yaml:6:23: error: no PCI function has pci "0000:18:00.0"; with SR-IOV there are 0000:17:00.0
err has [device-not-found]
err has hint: compare with `pawl show`
see 0000:17:00.0 sriov_numvfs 0

# the nearest first: drives have a model, cards have none
file model.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {nvme-model: "No such"}, vfs: {count: 2}}
run plan model.yaml
exit 4
err has with SR-IOV there are 0000:a1:00.0 (nvme-model

# of several keys in lines of their own none is to blame alone; what cannot be planned is not counted
file lines.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select:
|           vendor: 0x19e6
|           pci: "0000:18:00.0"
|         driver: vfio-pci
run plan lines.yaml
exit 4
err has lines.yaml:6:9: error: no PCI function has pci "0000:18:00.0", vendor 0x19e6
out has no step is planned

# of keys that layers have given the one that does not fit is shown where it stands
file classes.yaml
| pawl: 1
| classes:
|   cards: {devices: {nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 4}}}}
file host.yaml
| pawl: 1
| hosts:
|   kp001:
|     class: [cards]
|     devices: {nic0: {select: {serial: "033XYZ10L8000777"}}}
run plan -f classes.yaml -f host.yaml
exit 4
err has host.yaml:5:39: error: no PCI function has pci "0000:17:00.0", serial "033XYZ10L8000777"
