# The physical functions of a domain had addresses and the like when it was consented to. At boot a restore comes before
# who manages the network: less use than was consented to takes nothing back, and nobody is asked again.
facts tests/facts/kunpeng-used.json
lab no: a secure world needs a Kunpeng
crash no: it has a question to answer

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.1"}
|         world: secure
|         vfs: {count: 2, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

answer yes
run consent cvm1 -f wish.yaml
exit 0
run apply -y wish.yaml
exit 4
err has 0000:17:00.1 would become secure: eth1 has address 192.0.2.17/24 [pf-in-use]

# the network's manager leaves them alone from the next boot on
reboot
modprobe vfio-pci
run apply -y wish.yaml
exit 0
out lacks consent
out has stopped -> running
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:17:00.1 sriov_numvfs 2
see 0000:17:01.3 driver -
run apply -y wish.yaml
exit 0
out lacks consent
out has stopped -> running
