# What was set on VFs went with them, once: from one number to another the kernel goes through none.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none, mac-base: "52:54:00:00:10:00"}}

run apply -y wish.yaml
exit 0

file more.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none}}

run apply -y more.yaml
exit 0
