# The mode of a card's embedded switch, with the order that each driver needs: before the VFs are made, of bnxt_en
# after. Drivers of VFs and what the PF's driver keeps of them come after the mode.
facts tests/facts/switches.json
lab no: the facts are written by hand, no emulated card has an embedded switch

file wish.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, eswitch: switchdev, vfs: {count: 2, driver: vfio-pci}}
|       mlx: {select: {pci: "0000:41:00.0"}, eswitch: switchdev, vfs: {count: 2, driver: mlx5_core, mac-base: "02:41:00:00:00:00"}}
|       bnx: {select: {pci: "0000:51:00.0"}, eswitch: switchdev, vfs: {count: 2}}

# the operator keeps another mode of one of them
put etc/sriov-operator/pci/0000:31:00.0
| {"pciAddress":"0000:31:00.0","numVfs":2,"name":"eth0","eSwitchMode":"legacy"}
run plan wish.yaml
exit 4
err has the SR-IOV network operator of Kubernetes sets eswitch of 0000:31:00.0 to "legacy" (/etc/sriov-operator/pci/0000:31:00.0:1), and here it is to be "switchdev" [foreign-manager]
put etc/sriov-operator/pci/0000:31:00.0

run plan wish.yaml
exit 0
out has 1  ice           eswitch    legacy -> switchdev         disrupts
out has affects  0000:31:00.0 may lose its network interface
out has 20  bnx           eswitch    legacy -> switchdev         disrupts
run apply -y wish.yaml
exit 0
run show
exit 0
out has SWITCH
run plan wish.yaml
exit 0
out has nothing to do, the host is as wished
run show -o json 0000:41:00.0
out has "switchdev"
run show -o json 0000:41:00.2
out has "mac": "02:41:00:00:00:00"

# what somebody has set by hand is seen, and put back
write eswitch/pci/0000:51:00.0/mode legacy
run plan --detailed-exitcode wish.yaml
exit 2
out has legacy -> switchdev
run apply -y wish.yaml
exit 0

# a boot begins in legacy mode
reboot
modprobe vfio-pci
modprobe mlx5_core
run plan --detailed-exitcode wish.yaml
exit 2
out has legacy -> switchdev
run restore
exit 0
out has verified, what the boot took away is back
run plan --detailed-exitcode wish.yaml
exit 0

# back again, with the VFs there
file legacy.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       mlx: {select: {pci: "0000:41:00.0"}, eswitch: legacy}
|       bnx: {select: {pci: "0000:51:00.0"}, eswitch: legacy}
run apply -y legacy.yaml
exit 0
out has affects  0000:41:00.[0,2-3] may lose their network interfaces
run plan --detailed-exitcode wish.yaml
exit 4
err has [eswitch-vfs]

# VFs that are there are let go of before the mode changes, when another driver is wished for them
file other.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       mlx: {select: {pci: "0000:41:00.0"}, eswitch: switchdev, vfs: {count: 2, driver: vfio-pci, mac-base: "02:41:00:00:01:00"}}
run apply -y other.yaml
exit 0
see 0000:41:00.2 driver vfio-pci
run show -o json 0000:41:00.2
out has "mac": "02:41:00:00:01:00"

# and all of it can be taken back
run export --out export.yaml
exit 0
run plan --detailed-exitcode export.yaml
exit 0
file gone.yaml
| pawl: 1
| hosts:
|   switches:
|     state: absent
run apply -y gone.yaml
exit 0
run show -o json 0000:31:00.0
out has "legacy"
run show -o json 0000:51:00.0
out has "legacy"
