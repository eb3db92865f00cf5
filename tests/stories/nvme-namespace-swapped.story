# Two drives change slots while the machine is off: each takes its namespaces along, and what pawl knows of one by its name
# is found where the drive is now.
facts tests/facts/stores.json
lab no: the lab's cards do not change places

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
run apply -y wish.yaml
exit 0
swap 0000:31:00.0 0000:41:00.0
reboot
run show 0000:41:00.0
out has nguid.22c38d18ff10c95d0000000200000001
run show 0000:31:00.0
out lacks nguid.
run plan --detailed-exitcode wish.yaml
exit 0

# who names the slot means the drive that is in it now, which is asked about
file slot.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
run apply -y slot.yaml
exit 4
err has [identity-changed]
run apply -y --allow=identity-changed:ssd0 slot.yaml
exit 4
err has ssd0.ns.a is namespace 2 of 0000:41:00.0, and here its drive is 0000:31:00.0
