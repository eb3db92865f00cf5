# The plan as JSON: the same steps, for programs.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run plan -o json wish.yaml
exit 0
out has "format_version": "1.0"
out has "plan_id": "
out has "knob": "numvfs"
