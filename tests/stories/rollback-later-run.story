# An older run is taken back without what a later run has set since, though it reads the same.
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
file both.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1}}

run plan -o json two.yaml
run apply -y two.yaml
exit 0
run apply -y none.yaml
exit 0
run apply -y both.yaml
exit 0
run rollback -y @PLAN@
exit 0
out has nothing to do
err has numvfs of 0000:02:00.0 stays "2": the run of
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver_override none

run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0

# what a later run has set and given back is the older one's again
file three.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none}}
run plan -o json three.yaml
run apply -y three.yaml
exit 0
run apply -y none.yaml
exit 0
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 3
run rollback -y @PLAN@
exit 8
see 0000:02:00.0 sriov_numvfs 0
