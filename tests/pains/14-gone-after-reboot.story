# VFs, drivers and MAC addresses were set, and after the host's next boot all was gone; or a script made the VFs again when
# their consumers had already started (harvester#2819, harvester#6954, platform9/express#255, mdevctl#82).
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: vfio-pci, mac-base: "02:17:14:00:00:00"}

run apply -y wish.yaml
exit 0
run assert wish.yaml
exit 0

reboot
modprobe vfio-pci
run assert wish.yaml
exit 2
see 0000:02:00.0 sriov_numvfs 0

# what pawl-host.service runs, before the network is configured and libvirt starts; it needs no file
run restore
exit 0
run assert wish.yaml
exit 0
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
run show -o json 0000:02:10.2
exit 0
out has "mac": "02:17:14:00:00:01"

# what was edited and never applied is not what comes back
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 5, driver: none}}
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver vfio-pci
run restore
exit 0
out has nothing to do
