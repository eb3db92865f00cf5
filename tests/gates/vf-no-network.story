# MAC addresses and VLANs of a drive's virtual functions: nothing could set them, and a run would stop half-way.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none, mac-base: "02:17:01:00:00:00"}}
run apply -y wish.yaml
exit 4
err
| wish.yaml:5:85: error: 0000:01:00.0 is no network controller: its VFs have no MAC address, VLAN or rate to set [vf-no-network]
| ...i: "0000:01:00.0"}, vfs: {count: 2, driver: none, mac-base: "02:17:01:00:00:00"}}
|                                                                ^~~~~~~~~~~~~~~~~~~
|   hint: leave `mac-base` and `net` out
see 0000:01:00.0 sriov_numvfs 0

file groups.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs:
|           count: 2
|           groups:
|             - {range: "0", driver: none}
|             - {range: "1", net: {vlan: 7}}
run apply -y groups.yaml
exit 4
err has groups.yaml:11:15: error: 0000:01:00.0 is no network controller
see 0000:01:00.0 sriov_numvfs 0
