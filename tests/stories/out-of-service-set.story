# A card that is out of service is no member of a set, by whatever name: the set is refused.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       bad: {select: {pci: "0000:02:00.0"}, state: out-of-service}
|       nic: {select: {driver: igb}, driver: none}

run apply -y wish.yaml
exit 4
err has 0000:02:00.0 is bad (line 5), which is out of service
see 0000:02:00.0 driver igb

# a plan never takes the place of what it is made from
run plan wish.yaml --out wish.yaml
exit 64
err has --out names a file that the plan is made from
