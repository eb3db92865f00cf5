# The same of VFs that were to have no driver: they get theirs of before again.
facts tests/facts/lab-x86.json
lab x86
modprobe vfio-pci
modprobe igbvf
file f1.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 1
|           driver: none
|           mac-base: "02:17:01:00:00:10"
|           groups:
|             - {range: "0", net: {vlan: 20, spoofchk: true}}
file f2.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 1
|           driver: igbvf
|           mac-base: "02:17:01:00:00:40"
|           groups:
|             - {range: "0", net: {vlan: 0, spoofchk: true}}
run apply -y f2.yaml
exit 0
run assert f2.yaml
exit 0
run apply -y f1.yaml
exit 0
run assert f1.yaml
exit 0
reboot
modprobe vfio-pci
modprobe igbvf
run restore
exit 0
run assert f1.yaml
exit 0
run rollback -y
exit 8
run assert f2.yaml
exit 0
