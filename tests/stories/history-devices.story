# What a run has changed is told by the devices: the first three, and that there are more. Who pays a debt of a run that died
# tells no device twice.
facts tests/facts/drives.json
lab no: it is about the words alone
crash no: the deaths of other stories fall between the same writes

file two.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 2, driver: none}}
|       ssd1: {select: {pci: "0000:41:00.0"}, vfs: {count: 2, driver: none}}
die */sriov_numvfs 1 after
run apply -y two.yaml
revive
run apply -y two.yaml
exit 0
file four.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 1, driver: none}}
|       ssd1: {select: {pci: "0000:41:00.0"}, vfs: {count: 1, driver: none}}
|       ssd2: {select: {pci: "0000:51:00.0"}, vfs: {count: 1, driver: none}}
|       ssd3: {select: {pci: "0000:61:00.0"}, vfs: {count: 1, driver: none}}
run apply -y four.yaml
exit 0
run history
exit 0
out
| ~ * plan ????????  2 of 10 steps  died before its end  ssd0, ssd1
| ~ * plan ????????  9 of 9 steps  fine  ssd1, ssd0
| ~ * goes on with the run of *, plan ????????
| ~ * plan ????????  18 of 18 steps  fine  ssd0, ssd1, ssd3, ..

# for programs all of them
run history -o json
exit 0
out has "ssd3",
out has "ssd2"
