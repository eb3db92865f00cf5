# The plan as YAML: what a reader might take for another type is quoted.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run plan -o yaml wish.yaml
exit 0
out has format: pawl-plan
out has format_version: "1.0"
out has knob: numvfs
out has target: "0000:02:00.0"
out has before: "0"
out has flags: []

run apply -o yaml wish.yaml
exit 64
out has format: pawl-apply
err
| error: apply with -o yaml cannot ask [usage]
|   hint: say -y, after a look at `pawl plan`
