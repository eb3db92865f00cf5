# A MAC address goes from a card to another in one run: the first lets go of it before the second gets it.
facts tests/facts/switches.json
lab no: on one card the same is played in tests/gates/mac-twice.story

file before.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0: {select: {pci: "0000:31:00.0"}, vfs: {count: 2, driver: none}}
|       nic1: {select: {pci: "0000:51:00.0"}, vfs: {count: 2, driver: none, mac-base: "02:17:01:00:00:00"}}
run apply -y before.yaml
exit 0

file after.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0: {select: {pci: "0000:31:00.0"}, vfs: {count: 2, driver: none, mac-base: "02:17:01:00:00:00"}}
|       nic1: {select: {pci: "0000:51:00.0"}, vfs: {count: 2, driver: none, mac-base: "02:17:01:00:00:10"}}
run plan after.yaml
exit 0
out has    ~ 1  nic1.vf.0  vf_mac  02:17:01:00:00:00 -> 02:17:01:00:00:10
out has    ~ 3  nic0.vf.0  vf_mac  00:00:00:00:00:00 -> 02:17:01:00:00:00
run apply -y after.yaml
exit 0
run plan after.yaml
exit 0
out has nothing to do

# two cards exchange theirs: one of them has to go first
file exchanged.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0: {select: {pci: "0000:31:00.0"}, vfs: {count: 2, driver: none, mac-base: "02:17:01:00:00:10"}}
|       nic1: {select: {pci: "0000:51:00.0"}, vfs: {count: 2, driver: none, mac-base: "02:17:01:00:00:00"}}
run apply -y exchanged.yaml
exit 0
run plan exchanged.yaml
exit 0
out has nothing to do

# with its VFs go their MACs
file gone.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0: {select: {pci: "0000:31:00.0"}, vfs: {count: 2, driver: none, mac-base: "02:17:01:00:00:00"}}
|       nic1: {select: {pci: "0000:51:00.0"}, vfs: {count: 0}}
run plan gone.yaml
exit 0
out has 1  nic1.vfs   numvfs  2 -> 0
out has 2  nic0.vf.0  vf_mac
run apply -y gone.yaml
exit 0
