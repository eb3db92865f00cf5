# A card that is in another slot is the same device when `select` finds it by what it is: that is said once.
facts examples/facts/kunpeng.json
lab no: cards of an emulated machine cannot change places while it runs

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {serial: "033XYZ10L8000123", function: 0}, vfs: {count: 2, driver: none}}

run apply -y wish.yaml
exit 0
swap 0000:17:00.0 0000:98:00.0
run plan wish.yaml
exit 0
err has nic0 has moved: it was 0000:17:00.0 when it was last applied, and is 0000:98:00.0 now [device-moved]
out has nic0  0000:98:00.0
run assert wish.yaml
exit 2
err has [device-moved]
run rehearse wish.yaml
exit 0
err has [device-moved]
run facts capture --out facts.json
exit 0
run plan --facts facts.json wish.yaml
exit 0
err has [device-moved]
run apply -y wish.yaml
exit 0
err has [device-moved]
see 0000:98:00.0 sriov_numvfs 2

# once it is noted, no more of it
run apply -y wish.yaml
exit 0
err lacks device-moved
run assert wish.yaml
exit 0
