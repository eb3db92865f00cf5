# Another card stands where a device was when it was last applied: nothing is done to it before somebody says so.
facts examples/facts/kunpeng.json
lab no: cards of an emulated machine cannot change places while it runs; identity-ledger.story plays it with another ledger

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
run apply -y wish.yaml
exit 0
err lacks nic0

swap 0000:17:00.0 0000:98:00.0
run plan wish.yaml
exit 4
err has 0000:17:00.0 is another device than when nic0 was last applied: serial number 033XYZ10L8000124, not 033XYZ10L8000123
err has ; that one is at 0000:98:00.0 now [identity-changed]
err has put the card back, or mend `select`; or let it be so: `--allow=identity-changed:nic0`

# every command says the same, from facts too
run apply -y wish.yaml
exit 4
err has [identity-changed]
run rehearse wish.yaml
exit 4
err has [identity-changed]
run assert wish.yaml
exit 2
out has 1 object differs.
out has nic0  select: 0000:17:00.0 is another device than at the last apply: serial number 033XYZ10L8000124
run facts capture --out facts.json
exit 0
run plan --facts facts.json wish.yaml
exit 4
err has [identity-changed]

# another device than this one is not allowed by that
run plan --allow=identity-changed:nic1 wish.yaml
exit 4
run apply -y --allow=identity-changed:nic0 wish.yaml
exit 0
err has allowed by --allow=identity-changed

# from now on it is that one
run apply -y wish.yaml
exit 0
err lacks nic0
run assert wish.yaml
exit 0
swap 0000:17:00.0 0000:98:00.0
run plan wish.yaml
exit 4
err has serial number 033XYZ10L8000123, not 033XYZ10L8000124
