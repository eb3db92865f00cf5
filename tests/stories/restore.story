# What a boot has taken away comes back as it was applied last, and a second time there is nothing to do.
facts tests/facts/lab-x86.json
lab x86

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
|           groups:
|             - {range: "1", driver: none, net: {mac: ["02:17:02:00:00:00"], vlan: 7, qos: 1}}
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         driver: vfio-pci

modprobe vfio-pci

# nothing was ever applied
run restore
exit 0
out has nothing to do

run apply -y wish.yaml
exit 0
run restore
exit 0
out has nothing to do
err -

reboot
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver nvme
modprobe vfio-pci

# a plan before it is the plan as ever
run plan --detailed-exitcode wish.yaml
exit 2

run restore
exit 0
out has verified, what the boot took away is back
see 0000:02:00.0 sriov_numvfs 3
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver -
see 0000:02:10.2 driver_override none
see 0000:01:00.0 driver vfio-pci
run show -o json 0000:02:10.2
exit 0
out has "mac": "02:17:02:00:00:00"
out has "vlan": "7 qos 1"

run restore
exit 0
out has nothing to do
run plan --detailed-exitcode wish.yaml
exit 0
run history
exit 0
out has     puts back what a boot took away
