# "Give this VF to that guest" could not be said: a pool by vendor and device id gave any of them, and two guests' disks changed
# places at a restart (kubevirt#10850, #11815, k8s sriov-network-device-plugin#195). A VF has its device's handle and a number.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what was noted before a death is not asked for again

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "1,3", driver: vfio-pci}]}
|     guests:
|       db1: {confidential: virtcca, state: defined, hostdevs: [{device: nic0.vf.3}]}
|       web1: {confidential: virtcca, state: defined, hostdevs: [{device: nic0.vf.1}]}
file beyond.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "1,3", driver: vfio-pci}]}
|     guests:
|       db1: {confidential: virtcca, state: defined, hostdevs: [{device: nic0.vf.7}]}

# a number that the card will not have is told before anything is made
run apply -y beyond.yaml
exit 65
err has hostdevs: there is no nic0.vf.7: nic0 has 4 VFs, counted from 0 [no-such-vf]
see 0000:17:00.0 sriov_numvfs 0

# which one goes to whom stands in the plan, before the VFs are there
run plan wish.yaml
exit 0
out has (not defined) -> virtcca with nic0.vf.3
out has (not defined) -> virtcca with nic0.vf.1
run apply -y wish.yaml
exit 4
run apply -y --accept-irreversible @PLAN@ wish.yaml
exit 0
see 0000:17:01.1 driver vfio-pci
see 0000:17:01.3 driver vfio-pci
see 0000:17:01.2 driver -
run facts capture
exit 0
out has "definition": "virtcca 0000:17:01.3"
out has "definition": "virtcca 0000:17:01.1"
# nothing moves afterwards
run plan --detailed-exitcode wish.yaml
exit 0
