# A run dies, and before the next one the drives change places: what the run left open is read of the drive that it was
# begun on, wherever that is now, and not of the one in its place, which has a namespace of the same number, size and identity.
facts tests/facts/same-id.json
lab no: the lab's cards do not change places

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
die nvme/*/ns/* 1 after
run apply -y wish.yaml
revive
swap 0000:31:00.0 0000:41:00.0
reboot

# the namespace that was asked for, and not a second one
run plan wish.yaml
exit 0
err has an earlier run asked for it and saw no answer: namespace 2 (1 GiB in blocks of 512 B
out lacks namespace    (none)
run apply -y wish.yaml
exit 0
run show 41:00
exit 0
out has 0000:41:00.0  2          ssd0.ns.a  1 GiB    512 B  1           itself
run assert wish.yaml
exit 0

# who has one: what the dead run gave can be taken again
file given.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         nvme: {namespaces: {b: {adopt: {nsid: 1, eui64: "0025385b71b00001"}, pf: true}}}
file taken.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {nvme-serial: STORE0001}
|         nvme: {namespaces: {b: {adopt: {nsid: 1, eui64: "0025385b71b00001"}, pf: false}}}
die nvme/*/namespace/1:* 1 after
run apply -y given.yaml
revive
swap 0000:31:00.0 0000:41:00.0
reboot
run ledger
exit 0
out has 1 (100 GiB in blocks of 512 B, eui.0025385b71b00001)                  pf

# not before it is noted where the drive is now
run rollback
exit 0
out has nothing to do
err has controllers of 0000:41:00.0 nsid 1 stays pf, as pawl had set it: 0000:41:00.0 is another device
run apply -y taken.yaml
exit 0
out has ssd0.ns.b  controllers  pf -> (none)
