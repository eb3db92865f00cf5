# Another manager's files say otherwise: the driver of a function, or how many VFs it has.
facts tests/facts/lab-x86.json
lab x86
modprobe vfio-pci
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0

file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
file guest.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}

run plan none.yaml
exit 0

# all cards of one kind
put etc/modprobe.d/vfio.conf
| # for the GPUs, and the VFs of the network card
| options vfio_pci disable_idle_d3=1 \
|   ids=10de:2206,8086:10ca
run apply -y none.yaml
exit 4
err has modprobe sets override of 0000:02:10.0 and 1 more to "vfio-pci" (/etc/modprobe.d/vfio.conf:2), and here it is to be "none" [foreign-manager]
err has or let it be so: `--allow=foreign-manager:nic0`
see 0000:02:00.0 sriov_numvfs 0
# who says the same is no trouble
run plan guest.yaml
exit 0
err lacks foreign-manager
# a file of the same name in /etc hides that of the distribution
put usr/lib/modprobe.d/vfio.conf
| options igb max_vfs=7
run plan guest.yaml
exit 0
put etc/modprobe.d/vfio.conf
run plan guest.yaml
exit 4
err has modprobe sets numvfs of 0000:02:00.0 to "7" (/usr/lib/modprobe.d/vfio.conf:1), and here it is to be "2" [foreign-manager]
put usr/lib/modprobe.d/vfio.conf

# one function, by its address: a VF that is yet to come, too
put etc/driverctl.d/pci-0000:02:10.2
| igbvf
run plan none.yaml
exit 4
err has driverctl sets override of 0000:02:10.2 to "igbvf" (/etc/driverctl.d/pci-0000:02:10.2:1), and here it is to be "none"
err has hint: `driverctl unset-override ADDRESS`
put etc/driverctl.d/pci-0000:02:10.2

put etc/sriov-operator/pci/0000:02:00.0
| {"pciAddress":"0000:02:00.0","numVfs":4,"name":"eth0","eSwitchMode":"legacy"}
run plan none.yaml
exit 4
err has the SR-IOV network operator of Kubernetes sets numvfs of 0000:02:00.0 to "4"
put etc/sriov-operator/pci/0000:02:00.0
| {"pciAddress":"0000:02:00.0","numVfs":4,"name":"eth0","externallyManaged":true}
run plan none.yaml
exit 0

put etc/sriov-operator/pci/0000:02:00.0

# a connection that has [sriov] enforces its number whenever it comes up, one that has none leaves it alone
put etc/NetworkManager/system-connections/lan.nmconnection
| [connection]
| id=lan
| interface-name=eth0
|
| [sriov]
| total-vfs=4
run plan none.yaml
exit 4
err has NetworkManager sets numvfs of 0000:02:00.0 to "4" (/etc/NetworkManager/system-connections/lan.nmconnection:6), and here it is to be "2" [foreign-manager]
err has hint: `nmcli connection modify CONNECTION remove sriov`
run show 0000:02:00.0
exit 0
out has CLAIMED BY
out has networkmanager: numvfs 4
run show -o json 0000:02:00.0
exit 0
out has "manager": "networkmanager"
out has "file": "etc/NetworkManager/system-connections/lan.nmconnection"
run show 0000:01:00.0
exit 0
out lacks CLAIMED BY
put etc/NetworkManager/system-connections/lan.nmconnection
| [connection]
| id=lan
| interface-name=eth9
|
| [sriov]
| total-vfs=4
run plan none.yaml
exit 0
put etc/NetworkManager/system-connections/lan.nmconnection

# a .link file has a number, or sections that need so many VFs at least
put etc/systemd/network/10-lan.link
| [Match]
| Path=pci-0000:02:00.0
| [Link]
| SR-IOVVirtualFunctions=3
run plan none.yaml
exit 4
err has systemd sets numvfs of 0000:02:00.0 to "3" (/etc/systemd/network/10-lan.link:4), and here it is to be "2" [foreign-manager]
put etc/systemd/network/10-lan.link
| [Match]
| Path=pci-0000:02:00.0
| [SR-IOV]
| VirtualFunction=1
| Trust=yes
run plan none.yaml
exit 0
put etc/systemd/network/10-lan.link

# netplan counts what it is told, and who links to the interface, in all of its files
put etc/netplan/01-lan.yaml
| network:
|   ethernets:
|     eth0:
|       virtual-function-count: 1
put etc/netplan/02-vfs.yaml
| network:
|   ethernets:
|     vf0:
|       link: eth0
|     vf1:
|       link: eth0
|     vf2:
|       link: eth0
run plan none.yaml
exit 4
err has netplan sets numvfs of 0000:02:00.0 to "3" (/etc/netplan/02-vfs.yaml:8), and here it is to be "2" [foreign-manager]
put etc/netplan/02-vfs.yaml
| network:
|   ethernets:
|     vf0: {link: eth0}
run plan none.yaml
exit 4
err has whether this is set by netplan is not known (/etc/netplan/02-vfs.yaml:3: written in a form of YAML that is not read here)
put etc/netplan/01-lan.yaml
put etc/netplan/02-vfs.yaml

# a rule is carried out at each boot
put etc/udev/rules.d/82-sriov.rules
| ACTION=="add", SUBSYSTEM=="net", ENV{ID_NET_DRIVER}=="igb", \
|   ATTR{device/sriov_numvfs}="7"
run plan none.yaml
exit 4
err has udev sets numvfs of 0000:02:00.0 to "7" (/etc/udev/rules.d/82-sriov.rules:1), and here it is to be "2" [foreign-manager]
put etc/udev/rules.d/82-sriov.rules

# what a rule does not certainly leave out it means; a bridge above may be whom it looks for
put etc/udev/rules.d/82-sriov.rules
| SUBSYSTEM=="net", ATTRS{vendor}=="0x8086", ATTRS{subsystem_vendor}=="0x1af4", ATTR{device/sriov_numvfs}="7"
run plan none.yaml
exit 4
err has udev sets numvfs of 0000:02:00.0 to "7" (/etc/udev/rules.d/82-sriov.rules:1), and here it is to be "2" [foreign-manager]
put etc/udev/rules.d/82-sriov.rules
| SUBSYSTEM=="net", KERNELS=="0000:7f:05.0", ATTR{device/sriov_numvfs}="7"
run plan none.yaml
exit 0
put etc/udev/rules.d/82-sriov.rules

# quotes, lists that add up, and all others but one
put etc/modprobe.d/vfio.conf
| options vfio-pci ids="8086:10ca,8086:10c9"
run plan none.yaml
exit 4
err has [foreign-manager]
put etc/modprobe.d/vfio.conf
put etc/systemd/network/10-lan.link
| [Match]
| OriginalName=eth0
| OriginalName=eth1
| [Link]
| SR-IOVVirtualFunctions=3
run plan none.yaml
exit 4
err has [foreign-manager]
put etc/systemd/network/10-lan.link
put etc/NetworkManager/system-connections/lan.nmconnection
| [match]
| interface-name=!eth9;
| [sriov]
| total-vfs=4
run plan none.yaml
exit 4
err has [foreign-manager]
put etc/NetworkManager/system-connections/lan.nmconnection

# a name as the kernel gives it may have been another card's, when this one has got a new name since; not else
put etc/udev/rules.d/82-sriov.rules
| ACTION=="add", SUBSYSTEM=="net", KERNEL=="eth9", ATTR{device/sriov_numvfs}="7"
run plan none.yaml
exit 0
put etc/udev/rules.d/82-sriov.rules

# who writes below /sys by itself
put etc/tmpfiles.d/sriov.conf
| w /sys/class/net/eth0/device/sriov_numvfs - - - - 4
run plan none.yaml
exit 4
err has systemd-tmpfiles sets numvfs of 0000:02:00.0 to "4" (/etc/tmpfiles.d/sriov.conf:1), and here it is to be "2" [foreign-manager]
run show 0000:02:00.0
out has tmpfiles: numvfs 4
put etc/tmpfiles.d/sriov.conf
put etc/sysfs.conf
| bus/pci/devices/0000:02:00.0/sriov_numvfs = 5
run plan none.yaml
exit 4
err has sysfsutils sets numvfs of 0000:02:00.0 to "5" (/etc/sysfs.conf:1), and here it is to be "2" [foreign-manager]
put etc/sysfs.conf
put etc/NetworkManager/conf.d/sriov.conf
| [device-sriov]
| match-device=driver:igb
| sriov-num-vfs=6
run plan none.yaml
exit 4
err has NetworkManager sets numvfs of 0000:02:00.0 to "6" (/etc/NetworkManager/conf.d/sriov.conf:3), and here it is to be "2" [foreign-manager]
put etc/NetworkManager/conf.d/sriov.conf

# once allowed it is done, and said
put etc/sriov-operator/pci/0000:02:00.0
| {"pciAddress":"0000:02:00.0","numVfs":4,"name":"eth0"}
run apply -y --allow=foreign-manager:nic0 none.yaml
exit 0
err has hint: allowed by --allow=foreign-manager
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver_override none
