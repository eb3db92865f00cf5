# A plan made from captured facts is the plan made on the host: the same id.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run plan wish.yaml
exit 0
run facts capture --out facts.json
exit 0
run plan wish.yaml
exit 0
run plan --facts facts.json wish.yaml
exit 0
out begins as before
