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

# a command line that cannot be followed has its document too, wherever the mistake is
run plam -o json
exit 64
out has "format": "pawl-findings"
out has did you mean `pawl plan`?
run -o json
exit 64
out has "exit_code": 64
run plan -o json --yse wish.yaml
exit 64
out has --yse is no option of pawl
run help -o yaml plan
exit 64
out has format: pawl-findings
run plan -o markdown --bogus
exit 64
out has ### Findings
run plan -o xml
exit 64
out lacks pawl-findings
