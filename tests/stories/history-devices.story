# What a run has changed is told by the devices: the first three, and that there are more. Times are as wide as the widest.
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
| ~ * steps  fine  ssd0, ssd1
| ~ * steps  fine  ssd0, ssd1, ssd3, ..
