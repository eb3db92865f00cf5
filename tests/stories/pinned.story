# A card is found by its driver, and the wish takes that driver away: the next run finds the card all the same.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {driver: igb}, driver: vfio-pci}

modprobe vfio-pci
run apply -y wish.yaml
exit 0
out has verified, the host is as wished
see 0000:02:00.0 driver vfio-pci

# no function has that driver any more; the ledger knows whom it meant
run plan --detailed-exitcode wish.yaml
exit 0
err has nic0 is 0000:02:00.0, as at its first apply, though select says otherwise now: driver is vfio-pci, not igb
run apply -y wish.yaml
exit 0

# and so do the facts
run facts capture --out facts.json
exit 0
run plan --detailed-exitcode --facts facts.json wish.yaml
exit 0

# another word in `select` is another search
file other.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {driver: e1000e}, driver: vfio-pci}
run plan other.yaml
exit 4
err has device-not-found
