# Show prints what a select takes, and says which device of the file is not here.
facts tests/facts/lab-x86.json
lab no: the table of the lab's machine is longer

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {path: "0000:00:04.0/00.0"}, vfs: {count: 1, driver: none}}
|       nic9: {select: {pci: "0000:09:00.0"}}

run show -f wish.yaml
exit 0
out has 0000:00:04.0/00.0
out has ssd0
err has warning: nic9 is not found: no function has 
run show -o json 0000:01:00.0
exit 0
out has "path": "0000:00:04.0/00.0"
out has "sriov_numvfs": 0
out has "vendor": "0x1b36"
run show -o json 0000:00
exit 0
out has "driver": null
