# NetworkManager enforces the number of VFs of a connection with [sriov], 0 too, and took away what others had made (nmstate#2037,
# openshift/sriov-network-operator#415); netplan, operators and udev's rules did the same to one another (OpenNebula/one-deploy#289).
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
|         vfs: {count: 2, driver: vfio-pci, groups: [{range: "1", net: {mac: ["52:54:00:aa:00:01"]}}]}

# [sriov] without a number is the number 0
put etc/NetworkManager/system-connections/uplink.nmconnection
| [connection]
| id=uplink
| interface-name=eth0
| [sriov]
| autoprobe-drivers=0
run apply -y wish.yaml
exit 4
err has NetworkManager sets numvfs of 0000:02:00.0 to "0" (/etc/NetworkManager/system-connections/uplink.nmconnection:4), and here it is to be "2" [foreign-manager]
see 0000:02:00.0 sriov_numvfs 0

# two others at once, each with its file and line; a connection of another card is none of this one's
put etc/NetworkManager/system-connections/uplink.nmconnection
| [connection]
| interface-name=eth7
| [sriov]
| total-vfs=7
put etc/udev/rules.d/70-sriov.rules
| ACTION=="add", SUBSYSTEM=="net", KERNEL=="eth0", ATTR{device/sriov_numvfs}="7"
put etc/driverctl.d/pci-0000:02:10.0
| igbvf
run apply -y wish.yaml
exit 4
err has udev sets numvfs of 0000:02:00.0 to "7" (/etc/udev/rules.d/70-sriov.rules:1), and here it is to be "2"
err has driverctl sets override of 0000:02:10.0 to "igbvf" (/etc/driverctl.d/pci-0000:02:10.0:1), and here it is to be "vfio-pci"
err lacks NetworkManager
see 0000:02:00.0 sriov_numvfs 0
put etc/driverctl.d/pci-0000:02:10.0

# settings of a VF are fought for as well
put etc/udev/rules.d/70-sriov.rules
put etc/systemd/network/25-uplink.network
| [Match]
| Name=eth0
| [SR-IOV]
| VirtualFunction=1
| MACAddress=52:54:00:bb:00:01
run apply -y wish.yaml
exit 4
err has vf_mac of 0000:02:00.0 vf 1 to "52:54:00:bb:00:01" (/etc/systemd/network/25-uplink.network:3), and here it is to be "52:54:00:aa:00:01"

# when they agree there is no fight
put etc/systemd/network/25-uplink.network
| [Match]
| Name=eth0
| [SR-IOV]
| VirtualFunction=1
| MACAddress=52-54-00-AA-00-01
put etc/systemd/network/25-uplink.link
| [Match]
| MACAddress=52:54:00:11:22:33
| [Link]
| SR-IOVVirtualFunctions=2
run apply -y wish.yaml
exit 0
err lacks foreign-manager
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver vfio-pci
