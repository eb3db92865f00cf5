# Without a terminal nothing is asked: not when nothing is to do either, and then that is no mistake.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

run apply wish.yaml
exit 64
err has there is no terminal to ask on
run apply -o json wish.yaml
exit 64
see 0000:02:00.0 sriov_numvfs 0
run apply -o json -y wish.yaml
exit 0
out has "result": "done"
out has "waiting": 0
run apply wish.yaml
exit 0
run apply -o json wish.yaml
exit 0
