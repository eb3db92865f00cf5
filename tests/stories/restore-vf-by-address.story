# A VF that is named by its own address is its PF's VF, also after a boot: what is said of it is never said of the card.
facts tests/facts/lab-x86.json
lab no: the lab's machine is not booted twice in a story
crash no: what a death leaves is another boot's to bring back

file card.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
file vf.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       myvf: {select: {pci: "0000:02:10.2"}, driver: vfio-pci}

# VFs that somebody else has made
modprobe vfio-pci
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run apply -y card.yaml
exit 0
run apply -y vf.yaml
exit 0
see 0000:02:10.2 driver vfio-pci

reboot
modprobe vfio-pci
run restore
exit 1
err has 0000:02:00.0 has no such VFs now [not-restored]
see 0000:02:00.0 driver igb
see 0000:02:00.0 driver_override -

# and, made once more, they are as they were
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run restore
exit 0
see 0000:02:00.0 driver igb
see 0000:02:10.0 driver_override none
see 0000:02:10.2 driver vfio-pci

# VFs that pawl has made come back with the last word on each
run apply -y card.yaml
exit 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
run apply -y card.yaml
exit 0
run apply -y vf.yaml
exit 0
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 driver igb
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver_override none
see 0000:02:10.2 driver vfio-pci

# what the VF is to have instead is said by either name
file own.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       myvf: {select: {pci: "0000:02:10.2"}, driver: igbvf}
reboot
modprobe igbvf
modprobe vfio-pci
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
see 0000:02:10.2 driver igbvf
run apply -y own.yaml
exit 0
run restore
see 0000:02:10.2 driver igbvf

# also one of which nothing had been said before
file bare.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}
file empty.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
run apply -y empty.yaml
exit 0
reboot
modprobe vfio-pci
run apply -y bare.yaml
exit 0
run apply -y vf.yaml
exit 0
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver_override -
see 0000:02:10.2 driver vfio-pci
