# What a rollback has put back on a VF comes back after a boot, too.
facts tests/facts/lab-x86.json
lab x86
file v10.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: vfio-pci, groups: [{range: "0-1", net: {vlan: 10, mac: ["02:17:01:00:00:10", "02:17:01:00:00:11"], spoofchk: true}}]}
file v20.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: vfio-pci, groups: [{range: "0-1", net: {vlan: 20, mac: ["02:17:01:00:00:10", "02:17:01:00:00:11"], spoofchk: true}}]}
modprobe vfio-pci
run apply -y v10.yaml
exit 0
run apply -y v20.yaml
exit 0
run rollback -y
exit 8
reboot
modprobe vfio-pci
run restore
exit 0
run assert v10.yaml
exit 0
