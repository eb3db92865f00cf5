# DESIGN rule 7: VFs of what may still be secure come back with what kept them from the host's drivers, or not at all.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
file bare.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, vfs: {count: 4}}
file one.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
file each.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, driver: none, groups: [{range: "0", driver: vfio-pci}]}

answer yes
run apply wish.yaml
exit 0
reboot
modprobe vfio-pci
run apply -y bare.yaml
exit 4
err has 0000:17:00.0 may still be secure: nothing keeps its VF 0 from the drivers of this host [secure-frozen]
err has `driver: none`
see 0000:17:00.0 sriov_numvfs 0

run apply -y one.yaml
exit 4
err has nothing keeps its VF 1 from
see 0000:17:00.0 sriov_numvfs 0

# without consent nothing tells that these VFs were there then: that pawl has set the number is no reason
run consent 0000:16:00.0 --revoke
exit 0
run apply -y each.yaml
exit 4
err has its numvfs is not put back to what it was, but becomes "4" [secure-frozen]
err has `pawl consent GUEST` asks for it
run restore
exit 1
see 0000:17:00.0 sriov_numvfs 0
answer yes
run consent -f wish.yaml cvm1
exit 0
run apply -y each.yaml
exit 0
see 0000:17:01.0 driver vfio-pci
see 0000:17:01.1 driver_override none
