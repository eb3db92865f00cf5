# What VFs were given with their PF's driver is exported: a rebuilt host would lose its VLANs.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 4
|           driver: none
|           mac-base: "02:17:01:00:00:00"
|           groups:
|             - {range: "1-2", net: {vlan: 110, qos: 3, spoofchk: false}}
run apply -y wish.yaml
exit 0
run export --out export.yaml
exit 0
run plan --detailed-exitcode export.yaml
exit 0
out has nothing to do, the host is as wished

# what the wish takes back comes again from what was exported
file bare.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
run apply -y bare.yaml
exit 0
run apply -y export.yaml
exit 0
run show -o json 0000:02:10.2
exit 0
out has "vlan": "110 qos 3"
out has "mac": "02:17:01:00:00:01"
out has "spoofchk": "false"
run plan --detailed-exitcode wish.yaml
exit 0
