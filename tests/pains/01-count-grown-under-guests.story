# Four VFs, two of them in running guests. Two more are wanted, and the tool that "sets numvfs to 6" writes 0 first: the
# kernel knows no other way, so both guests lose their cards, and nobody was told (lxc/incus#2845, netplan).
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file four.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4, driver: vfio-pci}}
file six.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 6, driver: vfio-pci}}
file three.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: vfio-pci}}
file zero.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
file card.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, driver: none}
file rebind.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 4, driver: vfio-pci, groups: [{range: "3", driver: none}]}

run apply -y four.yaml
exit 0
hold 0000:02:10.0 web
hold 0000:02:10.4 db

# more: each VF that somebody has is named with whoever has it, those that nobody has are not, and nothing is written
run plan six.yaml
exit 4
err has 0000:02:10.0 (VF 0 of 0000:02:00.0) would go away: it is open in web
err has 0000:02:10.4 (VF 2 of 0000:02:00.0) would go away: it is open in db
err lacks 0000:02:10.2 (VF
run apply -y six.yaml
exit 4
see 0000:02:00.0 sriov_numvfs 4

# there is no flag for it
run apply -y --allow=vfs-in-use six.yaml
exit 64
see 0000:02:00.0 sriov_numvfs 4

# fewer: the one that is too many is free, but it does not go alone
run apply -y three.yaml
exit 4
err has 0000:02:10.0 (VF 0 of 0000:02:00.0) would go away
run apply -y zero.yaml
exit 4
see 0000:02:00.0 sriov_numvfs 4

# nor is the card taken away from above them
run apply -y card.yaml
exit 4
see 0000:02:00.0 driver igb

# the same number is not written again: only the VF that changes is turned, beside guests that run on
run plan rebind.yaml
exit 0
out lacks numvfs
out lacks 0000:02:10.0
run apply -y rebind.yaml
exit 0
see 0000:02:10.6 driver -
see 0000:02:10.6 driver_override none
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.4 driver vfio-pci

# with one guest stopped the other one still keeps all of them
release 0000:02:10.0
run apply -y six.yaml
exit 4
err has 0000:02:10.4 (VF 2 of 0000:02:00.0) would go away
err lacks 0000:02:10.0 (VF
see 0000:02:00.0 sriov_numvfs 4
release 0000:02:10.4
run apply -y six.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 6
see 0000:02:10.0 driver vfio-pci
