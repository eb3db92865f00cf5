# show tells what other managers claim, as the gate on them does: of VFs too, and what of it is not known.
facts tests/facts/lab-x86.json
lab no: the column beyond the screen's width is not shown there

write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 4
run show
out lacks CLAIMED BY
out lacks not known of claims

put etc/driverctl.d/pci-0000:02:10.2
| vfio-pci
run show
out has 1 claimed
run show 0000:02:10.2
out has driverctl: override vfio-pci
run show 0000:02:10.0
out lacks CLAIMED BY

# all alike
put etc/modprobe.d/vfio.conf
| options vfio-pci ids=8086:10ca
put etc/driverctl.d/pci-0000:02:10.2
run show
out has modprobe: override vfio-pci
out lacks claimed

put etc/netplan/01-lan.yaml
| network: {ethernets: {eth0: {virtual-function-count: 4}}}
run show
out has not known of claims (netplan): /etc/netplan/01-lan.yaml:1: written in a form of YAML that is not read here
run show -o json 0000:02:00.0
out has "netplan": "/etc/netplan/01-lan.yaml:1: written in a form of YAML that is not read here"
