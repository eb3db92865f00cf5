# The end state names every VF's address, whatever their stride, and its driver as show does.
facts tests/facts/lab-x86.json
lab no: nothing is written

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none}}

run rehearse wish.yaml
exit 0
out has nic0.vf.[0-2]  0000:02:10.[0,2,4]  none
run rehearse -o json wish.yaml
exit 0
out has "result": "done"
out has "undo": "numvfs back to 0"
out has "create": 1
out has "update": 3
