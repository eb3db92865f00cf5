# Another name for a device lets no other card pass at its place; the same card under another name is nobody's matter.
facts examples/facts/kunpeng.json
lab no: cards of an emulated machine cannot change places while it runs

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
run apply -y renamed.yaml
exit 0
err lacks lan0
run ledger
out has lan0    0000:17:00.0

# the name that it had before
run apply -y wish.yaml
exit 0

# and a name that nobody has applied yet
file new.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       net7: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}
swap 0000:17:00.0 0000:98:00.0
run apply -y new.yaml
exit 4
err has 0000:17:00.0 is another device than when lan0 was last applied: serial number 033XYZ10L8000124
err has ; that one is at 0000:98:00.0 now [identity-changed]
err has or let it be so: `--allow=identity-changed:net7`
run assert new.yaml
exit 2
out has net7  select: 0000:17:00.0 is another device than at the last apply
run apply -y --allow=identity-changed:net7 new.yaml
exit 0

# from now on it is that one, whatever the earlier names were
run apply -y new.yaml
exit 0
err lacks [identity-changed]

# two names change places, and their cards stay: each place has the card that it had
file two.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       net7: {select: {pci: "0000:98:00.0"}, vfs: {count: 2, driver: none}}
run apply -y two.yaml
exit 0
err lacks [identity-changed]
