# What going offline takes goes back with it: of a VF whose share is changed each knob goes back to one value.
facts tests/facts/stores.json
lab no: it is about the words alone
crash no: a plan alone after the first apply

modprobe vfio-pci
file four.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 1, driver: vfio-pci}, nvme: {vf-queues: 4, vf-interrupts: 2}}
file eight.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 1, driver: vfio-pci}, nvme: {vf-queues: 8, vf-interrupts: 2}}
run apply -y four.yaml
exit 0
run plan eight.yaml
exit 0
out has vf_queues back to 4, vf_interrupts back to 2, vf_online back to true
out lacks back to 0
