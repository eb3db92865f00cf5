# DESIGN rule 13: one gate that refuses a guest keeps everything back, unless --target leaves it out.
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
|         world: ordinary
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
|       nic1:
|         select: {pci: "0000:98:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

run apply -y wish.yaml
exit 4
err has nic0 says `world: ordinary`, and must say `world: secure` [guest-device]
see 0000:17:00.0 sriov_numvfs 0
see 0000:98:00.0 sriov_numvfs 0

run apply -y --target nic1 wish.yaml
exit 0
see 0000:17:00.0 sriov_numvfs 0
see 0000:98:00.0 sriov_numvfs 1
