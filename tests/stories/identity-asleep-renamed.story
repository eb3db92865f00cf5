# A card that sleeps while its device gets another name keeps what is known of it: the ledger has its serial number on.
facts examples/facts/kunpeng.json
lab no: a device that sleeps answers nothing, and the emulated ones do not sleep

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}
file renamed.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       lan0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
asleep 0000:17:00.0
run apply -y renamed.yaml
exit 0
run ledger
out has lan0    0000:17:00.0  0000:16:00.0/00.0  033XYZ10L8000123
