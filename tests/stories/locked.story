# One run a host: a second one is told so, and changes nothing. Plans need no lock.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

hold host somebody
run apply -y wish.yaml
exit 75
see 0000:02:00.0 sriov_numvfs 0
run plan wish.yaml
exit 0
release host
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 2
