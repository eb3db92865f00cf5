# DESIGN rule 13: one gate that refuses a guest keeps everything back, unless --target leaves it out.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       sas0: {select: {pci: "0000:30:04.0"}, world: secure, driver: vfio-pci}
|       nic1:
|         select: {pci: "0000:98:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: sas0}]}

run apply -y wish.yaml
exit 4
err has cvm1 gets sas0, and 0000:30:04.0 is below no root port that is known: what becomes secure with it cannot be told [guest-device]
see 0000:30:04.0 driver hisi_sas_v3_hw
see 0000:98:00.0 sriov_numvfs 0

run apply -y --target nic1 wish.yaml
exit 0
see 0000:30:04.0 driver hisi_sas_v3_hw
see 0000:98:00.0 sriov_numvfs 1
