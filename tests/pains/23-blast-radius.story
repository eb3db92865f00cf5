# One VF was to change, and the node was drained, every VF of the card made anew (sriov-network-operator#225, #29). Here one
# VF is turned while its neighbours are in guests; what is left out stays out, and what a part needs besides is shown.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}
file change.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 3, driver: vfio-pci, groups: [{range: "1", driver: none}]}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci, vfs: {count: 0}}

run apply -y wish.yaml
exit 0
hold 0000:02:10.0 web
hold 0000:02:10.4 db

# the whole of it would take a drive as well; the part that is meant is one VF
run plan change.yaml
out has ssd0
run plan --target nic0.vf.1 change.yaml
exit 0
err has left out by --target: ssd0
out lacks 0000:01:00
out lacks numvfs
out lacks nic0.vf.0
out lacks nic0.vf.2
run apply -y --target nic0.vf.1 change.yaml
exit 0
see 0000:02:10.2 driver -
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.4 driver vfio-pci
see 0000:01:00.0 driver nvme
see 0000:01:00.0 sriov_numvfs 2

# a part that cannot be without the whole says so before it does anything: a fourth VF costs three others their guests
file fourth.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 4, driver: vfio-pci}
run plan --target nic0.vf.3 fourth.yaml
exit 4
out has 3 -> 0
out has affects
err has 0000:02:10.0 (VF 0 of 0000:02:00.0) would go away: it is open in web
err has 0000:02:10.4 (VF 2 of 0000:02:00.0) would go away: it is open in db
run apply -y --target nic0.vf.3 fourth.yaml
exit 4
see 0000:02:00.0 sriov_numvfs 3

# what it does to whom is told also when nobody is in the way
release 0000:02:10.0
release 0000:02:10.4
run plan fourth.yaml
exit 0
out has affects  0000:02:10.0 (vfio-pci), 0000:02:10.2 (no driver), 0000:02:10.4 (vfio-pci) go away
out has undo     numvfs back to 3
