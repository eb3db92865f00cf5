# A saved plan rests on what the drivers keep where it sets another: somebody else's word since then makes it stale, and
# that is told.
facts tests/facts/switches.json
lab no: the facts are written by hand, no emulated card has an embedded switch
crash no: a saved plan is stale once a part of it is done; the way on is a new plan

file vfs.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       mlx: {select: {pci: "0000:41:00.0"}, vfs: {count: 1, driver: none}}
|       ice: {select: {pci: "0000:31:00.0"}, vfs: {count: 1, driver: none}}
run apply -y vfs.yaml
exit 0

file wish.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       mlx: {select: {pci: "0000:41:00.0"}, eswitch: switchdev, vfs: {count: 1, driver: none}}
|       ice:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none, groups: [{range: "0", net: {vlan: 7, trust: true, link-state: enable}}]}
run plan --out change.plan wish.yaml
exit 0

write vfs/0000:31:00.0/0/link_state disable
run apply -y change.plan
exit 6
err has stale-plan
err has vf_link_state
write vfs/0000:31:00.0/0/link_state auto

write eswitch/pci/0000:41:00.0/mode switchdev
run apply -y change.plan
exit 6
err has stale-plan
write eswitch/pci/0000:41:00.0/mode legacy

run apply -y change.plan
exit 0
out has verified, the host is as wished
run show 0000:31:01.0
exit 0
out has SETTINGS
out has trusted, vlan 7 qos 0, link_state enable
run show -o json 0000:41:00.0
out has "switchdev"
