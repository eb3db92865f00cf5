# Two virtual functions with one MAC address: in one pool, in two, and one that has it already.
facts tests/facts/lab-x86.json
lab x86

file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 3
|           driver: none
|           mac-base: "02:17:01:00:00:00"
|           groups: [{range: "2", net: {mac: ["02:17:01:00:00:01"]}}]
run plan two.yaml
exit 4
err has two.yaml:11:20: error: nic0.vf.2 is to have the MAC 02:17:01:00:00:01, which nic0.vf.1 has too [mac-twice]
err has or let it be so: `--allow=mac-twice:nic0.vf.2`
run apply -y --allow=mac-twice two.yaml
exit 0

file one.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, groups: [{range: "0", net: {mac: ["02:17:01:00:00:01"]}}]}}
run apply -y one.yaml
exit 4
err has nic0.vf.0 is to have the MAC 02:17:01:00:00:01, which 0000:02:10.2 has too [mac-twice]

# who exchanges two is not stopped half-way
file other.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: none, mac-base: "02:17:01:00:00:01"}}
run apply -y other.yaml
exit 0
run plan other.yaml
exit 0
out has nothing to do

# two of one card that exchange theirs never have the same one
file exchanged.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 3, driver: none, groups: [{range: 0-1, net: {mac: ["02:17:01:00:00:02", "02:17:01:00:00:01"]}}]}
run apply -y exchanged.yaml
exit 0
out has 1  nic0.vf.0  vf_mac  02:17:01:00:00:01 -> 06:17:01:00:00:01
run plan exchanged.yaml
exit 0
out has nothing to do
