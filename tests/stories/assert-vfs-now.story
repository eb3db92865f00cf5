# Of another number of VFs a plan makes all anew. How those are that are there assert tells by what they have now: what is as
# wished of them is no difference, and what is not is told with what was found.
facts tests/facts/stores.json
lab no: the facts are written by hand
crash no: nothing is changed but by the first apply

modprobe vfio-pci
file four.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 4, driver: vfio-pci}, nvme: {vf-queues: 4, vf-interrupts: 2}}
file two.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 2, driver: vfio-pci}, nvme: {vf-queues: 4, vf-interrupts: 2}}
file three.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 3, driver: none}, nvme: {vf-queues: 4, vf-interrupts: 2}}
run apply -y four.yaml
exit 0
run assert two.yaml
exit 2
out
| stores is not as wished: 1 object differs.
|   ssd0.vfs  count: 2 wanted, 4 found (two.yaml:5:58)
run assert -o json two.yaml
exit 2
out lacks vfio-pci
run apply -y two.yaml
exit 0
run assert three.yaml
exit 2
out
| stores is not as wished: 5 objects differ.
|   ssd0.vfs        count: 3 wanted, 2 found (three.yaml:5:58)
|   ssd0.vf.2.nvme  queues: 4 wanted, no such VF yet (three.yaml:5:94); interrupts: 2 wanted, no such VF yet (three.yaml:5:112); online: true wanted, no such VF yet (three.yaml:5:76)
|   ssd0.vf.[0-1]   driver: none wanted, vfio-pci found (three.yaml:5:69)
|   ssd0.vf.2       driver: none wanted, no such VF yet (three.yaml:5:69)
