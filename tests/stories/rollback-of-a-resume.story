# A run stopped half-way with new VFs, another went on with it, and both are taken back: nothing is set of VFs that they made.
facts tests/facts/lab-x86.json
lab no: no driver refuses one setting of one VF when it is asked to
file first.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 1, driver: vfio-pci, mac-base: "02:17:01:00:00:10"}
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 3
|           driver: vfio-pci
|           mac-base: "02:17:01:00:00:10"
|           groups:
|             - {range: "2", net: {vlan: 110, qos: 3, spoofchk: false, trust: true}}
modprobe vfio-pci
run apply -y first.yaml
exit 0
fail */vlan
run apply -y wish.yaml
exit 5
run resume -y
exit 0
run rollback -y
exit 8
out has the run is taken back.
run plan --detailed-exitcode first.yaml
exit 0
run rollback -y
exit 8
run plan --detailed-exitcode wish.yaml
exit 0
