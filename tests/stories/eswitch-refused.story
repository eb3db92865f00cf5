# What the kernel says no to is told in its own words, with what to do.
facts tests/facts/switches.json
lab no: the facts are written by hand, no emulated card has an embedded switch
crash no: a refused mode ends a run with 5 or, when nothing else was left to do, with 1

file wish.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       bnx: {select: {pci: "0000:51:00.0"}, eswitch: switchdev}

run apply -y wish.yaml
exit 1
err has the kernel does not take "switchdev" as eswitch of 0000:51:00.0
err has path: /sys/bus/pci/devices/0000:51:00.0: Operation not permitted
err has older bnxt_en wants VFs first

# VFs whose driver nobody wishes for are bound before the mode comes
file late.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       mlx: {select: {pci: "0000:41:00.1"}, eswitch: switchdev, vfs: {count: 2, groups: [{range: "0", net: {vlan: 5}}]}}
run apply -y late.yaml
exit 5
err has the kernel does not take "5 qos 0" as vf_vlan of 0000:41:00.1 vf 0
err has (with `eswitch: switchdev` mlx5_core has `mac` and the rates alone)
