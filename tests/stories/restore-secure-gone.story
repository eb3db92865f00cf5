# DESIGN rule 4: VFs that a boot had taken before the port became secure were no part of it, and wait for its cold start.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng, and libvirt
crash no: it has questions to answer

file two.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, vfs: {count: 2, driver: vfio-pci}}
file none.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, vfs: {count: 0}}
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
run apply -y two.yaml
exit 0
reboot
modprobe vfio-pci
answer yes
run apply secure.yaml
exit 0
see 0000:17:00.1 sriov_numvfs 0
reboot
modprobe vfio-pci
run restore
exit 1
err has nic1.vfs: 0000:17:00.1 may still be secure: its numvfs is not put back to what it was, but becomes "2" [secure-frozen]
see 0000:17:00.0 sriov_numvfs 2
see 0000:17:00.1 sriov_numvfs 0
run apply -y secure.yaml
exit 0
out has stopped -> running

# whoever does not want them says so, and no boot asks again
run apply -y none.yaml
exit 0
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 2
see 0000:17:00.1 sriov_numvfs 0
