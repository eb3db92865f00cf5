# Facts tell what pawl has set, settings of VFs too; a plan from them is the plan made on the host.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: none, mac-base: "52:54:00:00:10:00"}

run apply -y wish.yaml
exit 0
run facts capture --out facts.json
exit 0
run plan wish.yaml
exit 0
run plan --facts facts.json wish.yaml
exit 0
out begins as before
