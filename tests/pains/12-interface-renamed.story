# After an upgrade of the system ens7f0 was ens7f0np0, and a file that said ens7f0 had no VFs any more (openshift-docs#60041);
# elsewhere the old name was another card's. What a device was at its first apply is kept; what a name means is never guessed.
facts tests/facts/lab-x86.json
lab x86
twin no: it renames no interface

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {netdev: eth0}, vfs: {count: 2, driver: vfio-pci}}
file new.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic1: {select: {netdev: eth0}, vfs: {count: 2, driver: vfio-pci}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {netdev: eth0}, vfs: {count: 0}}

run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 2
sh
| ip link set eth0 name ens7f0np0

# the VFs stay and the device is known; that its name is another is told, and is no failure
run plan --detailed-exitcode wish.yaml
exit 0
err has nic0 is 0000:02:00.0, as at its first apply, though select says otherwise now: netdev is ens7f0np0, not eth0
run assert wish.yaml
exit 0
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 2

# who has never been applied says a name that is not there, and hears which names there are
run plan new.yaml
exit 4
err has no PCI function has netdev "eth0"; with SR-IOV there are 0000:02:00.0 (netdev ens7f0np0)
err has [device-not-found]

# the worst of it: the old name is another interface's now, first one without a card, then a VF's
sh
| modprobe dummy
| ip link add eth0 type dummy
run apply -y none.yaml
exit 0
err has nic0 is 0000:02:00.0, as at its first apply
see 0000:02:00.0 sriov_numvfs 0
sh
| ip link del eth0

# nor is it the VF's whose interface has that name now
sh
| echo 2 >/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
| modprobe igbvf
| sleep 1
| ip link set "$(ls /sys/bus/pci/devices/0000:02:10.0/net)" name eth0
run plan wish.yaml
err has nic0 is 0000:02:00.0, as at its first apply

# the old name kept as another name of the interface fits, as it does for ip
sh
| ip link set eth0 name vf0
| ip link property add dev ens7f0np0 altname eth0
run apply -y wish.yaml
exit 0
err lacks as at its first apply
see 0000:02:10.0 driver vfio-pci
run assert wish.yaml
exit 0
