# Settings of VFs go back to what they were before the run; what a new VF had is not known, and stays.
facts tests/facts/lab-x86.json
lab x86

file first.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 1, driver: vfio-pci, mac-base: "02:17:01:00:00:00"}

file second.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 1
|           driver: vfio-pci
|           groups:
|             - {range: "0", net: {mac: ["02:17:02:00:00:00"], vlan: 7, qos: 1}}

modprobe vfio-pci
run apply -y first.yaml
exit 0
run apply -y second.yaml
exit 0
run show -o json 0000:02:10.0
exit 0
out has "mac": "02:17:02:00:00:00"
out has "vlan": "7 qos 1"
run rollback -y
exit 8
out has nic0  0000:02:00.0  Intel 82576 Gigabit Network Connection  driver igb
err lacks not-taken-back
run show -o json 0000:02:10.0
exit 0
out has "mac": "02:17:01:00:00:00"
out has "vlan": "0 qos 0"
run plan first.yaml
exit 0
out has nothing to do
