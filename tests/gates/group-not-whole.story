# No access control services: two cards are in one group, and a guest gets all of it or nothing.
facts tests/facts/lab-x86-no-acs.json
lab x86-no-acs

modprobe vfio-pci
file card.yaml
| pawl: 1
| hosts:
|   lab-x86-no-acs:
|     devices:
|       ssd0: {select: {pci: "0000:03:00.0"}, driver: vfio-pci}
file vfs.yaml
| pawl: 1
| hosts:
|   lab-x86-no-acs:
|     devices:
|       nic0: {select: {pci: "0000:04:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file both.yaml
| pawl: 1
| hosts:
|   lab-x86-no-acs:
|     devices:
|       ssd0: {select: {pci: "0000:03:00.0"}, driver: vfio-pci}
|       nic0: {select: {pci: "0000:04:00.0"}, driver: none}

run apply -y card.yaml
exit 4
err has nobody could open it: IOMMU group 4 has members with drivers of the host's: 0000:04:00.0 (igb) [group-not-whole]
err has or let it be so: `--allow=group-not-whole:ssd0`
see 0000:03:00.0 driver nvme
run apply -y --allow=group-not-whole:ssd1 card.yaml
exit 4
err has did you mean --allow=group-not-whole:ssd0?

# VFs that are yet to come: their physical function is in their group, and keeps its driver
run apply -y vfs.yaml
exit 4
err has IOMMU group 4 has members with drivers of the host's: 0000:03:00.0 (nvme), 0000:04:00.0 (igb) [group-not-whole]
see 0000:04:00.0 sriov_numvfs 0

# allowed for another part is not allowed; allowed for this one it is told, and done
run apply -y --allow=group-not-whole:ssd0 vfs.yaml
exit 4
err has --allow=group-not-whole:ssd0 allows nothing: nothing of this plan is called ssd0 [nothing-to-allow]
run plan --allow=group-not-whole:nic0 -o json vfs.yaml
exit 0
out has "group-not-whole:nic0"
out has "applyable": true
run plan --allow group-not-whole:nic0 vfs.yaml
exit 0
out has Next: pawl apply --allow group-not-whole:nic0 vfs.yaml
run apply -y --allow=group-not-whole:nic0 vfs.yaml
exit 0
err has warning: nobody could open it: IOMMU group 4
err has hint: allowed by --allow=group-not-whole
see 0000:04:10.0 driver vfio-pci
write sys/bus/pci/devices/0000:04:00.0/sriov_numvfs 0

# the whole group
run apply -y both.yaml
exit 0
see 0000:03:00.0 driver vfio-pci
