# DESIGN rule 4: a setting of VFs that a boot had taken before the port became secure was no part of it.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng, and libvirt
crash no: it has questions to answer

file mac.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, vfs: {count: 2, driver: none, mac-base: "02:17:02:00:00:00"}}
file secure.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 2, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

modprobe vfio-pci
write sys/bus/pci/devices/0000:17:00.1/sriov_numvfs 2
run apply -y mac.yaml
exit 0
reboot
modprobe vfio-pci
write sys/bus/pci/devices/0000:17:00.1/sriov_numvfs 2
answer yes
run apply secure.yaml
exit 0
reboot
modprobe vfio-pci
write sys/bus/pci/devices/0000:17:00.1/sriov_numvfs 2
run restore
exit 1
err has its vf_mac is not put back to what it was, but becomes "02:17:02:00:00:00" [secure-frozen]
see 0000:17:00.0 sriov_numvfs 2
