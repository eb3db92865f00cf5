# DESIGN rule 5: what was assumed in an earlier boot is assumed again at the first start in this one: from then on it is
# known to be secure, also when no guest proves it.
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
file stop.yaml
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
|       cvm1: {confidential: virtcca, state: stopped, hostdevs: [{device: nic0.vf.0}]}
file none.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, vfs: {count: 0}}

answer yes
run apply wish.yaml
exit 0
reboot
run restore
exit 0
answer yes
run apply wish.yaml
exit 0
run apply -y stop.yaml
exit 0
run apply -y none.yaml
exit 4
err has 0000:17:00.0 is secure: its numvfs cannot be changed any more in this boot [secure-frozen]
see 0000:17:00.0 sriov_numvfs 4
