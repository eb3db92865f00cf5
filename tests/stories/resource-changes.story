# What becomes of each resource, in Terraform's form: a policy of tests/schemas/validate.py reads these documents.
facts tests/facts/lab-x86.json
lab x86

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

file nine.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: igb, vfs: {count: 9, driver: none}}

run plan -o json two.yaml
exit 0
out has "actions": [
out has "create"
out has "before": null

run apply -y two.yaml
exit 0
run plan -o json two.yaml
exit 0
out has "no-op"
out has "steps": []
out lacks "override": true


run plan -o json none.yaml
exit 0
out has "delete"
out has "after": null

run plan -o json nine.yaml
exit 4
out has "delete",
