# A change went wrong half-way, the tool "cleaned up" with a 0 into sriov_numvfs while guests had VFs, and the card was
# blocked until each of them was moved away (ironcore-dev/dpservice#599). pawl stops where it is, and takes back what is free.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
file wrong.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci, groups: [{range: "1", driver: nvme}]}}
file absent.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     state: absent
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

run apply -y wish.yaml
exit 0
hold 0000:02:10.0 web

# a driver refuses the other VF: that is told, and nothing is undone behind anybody's back
run apply -y wrong.yaml
exit 5
err has [not-taken]
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver -
run status
exit 0
out has stopped part-way

# taking everything back: who has what is named, and nothing is begun, not even on the drive that is free
run apply -y absent.yaml
exit 4
err has 0000:02:10.0 (VF 0 of 0000:02:00.0) would go away: it is open in web
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver vfio-pci

# somebody does it by hand: the write stays in the kernel. pawl says so in its own time, and the drive can be worked on
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0 blocks
run apply -y absent.yaml
exit 75
err has a write to the device is still in the kernel [device-busy]
see 0000:01:00.0 driver vfio-pci
run show
exit 0
file drive.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}
run apply -y drive.yaml
exit 0
see 0000:01:00.0 driver nvme

# the guest is gone: the write ends, and the rest is taken back
release 0000:02:10.0
sh
| sleep 4
see 0000:02:00.0 sriov_numvfs 0
run apply -y absent.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
run status
exit 0
out has Debts       none
