# A card whose driver has no embedded switch: that is said before anything is changed, and the kernel's own tool says
# the same.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, eswitch: switchdev, vfs: {count: 2, driver: none}}

run plan wish.yaml
exit 1
err has 0000:02:00.0 has no embedded switch: devlink tells no mode for the driver igb
err has [eswitch-missing]
err has hint: leave `eswitch` out
run apply -y wish.yaml
exit 1
see 0000:02:00.0 sriov_numvfs 0
sh
| devlink dev eswitch show pci/0000:02:00.0 2>&1 | grep -q "No such device" # eswitch/pci/mode
| ! pawl show -o json 0000:02:00.0 | grep -q '"eswitch": \['
