# A guest is to get what nobody wishes for, what the card will not have, and what is promised to another world.
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
|     guests:
|       cvm1: {confidential: virtcca, state: defined, hostdevs: [{device: nic0.vf.0}, {device: nic0.vf.4}, {device: nic9}]}

run apply -y wish.yaml
exit 4
err
| wish.yaml:11:64: error: cvm1 gets nic0.vf.0, and is confidential: nic0 says `world: ordinary`, and must say `world: secure` [guest-device]
|       cvm1: {confidential: virtcca, state: defined, hostdevs: [{device: nic0.vf.0}, {device: nic0.vf.4}, {device: nic9}]}
|                                                                ^~~~~~~~~~~~~~~~~~~
|   hint: say `world: secure` of the device when that is meant: all below its root port becomes secure with it, and no command takes that back; `pawl plan` shows what
| wish.yaml:11:85: error: cvm1 gets nic0.vf.4, and nic0 will have 4 VFs, counted from 0 [guest-device]
| ...l: virtcca, state: defined, hostdevs: [{device: nic0.vf.0}, {device: nic0.vf.4}, {device: nic9}]}
|                                                                ^~~~~~~~~~~~~~~~~~~
|   hint: wish for more, `vfs: {count: 5}` of nic0, or give cvm1 a VF with a lower number
| wish.yaml:11:106: error: cvm1 gets nic9, and no device of that name is wished for [guest-device]
| ...fined, hostdevs: [{device: nic0.vf.0}, {device: nic0.vf.4}, {device: nic9}]}
|                                                                ^~~~~~~~~~~~~~
|   hint: name a device that stands under `devices` of this host, HANDLE or HANDLE.vf.N, or add it there
see 0000:17:00.0 sriov_numvfs 0

# a function below no root port is in no secure domain that anybody could consent to
file alone.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       sas0: {select: {pci: "0000:30:04.0"}, world: secure, driver: vfio-pci}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: sas0}]}
run apply -y alone.yaml
exit 4
err has cvm1 gets sas0, and 0000:30:04.0 is below no root port that is known: what becomes secure with it cannot be told [guest-device]
see 0000:30:04.0 driver hisi_sas_v3_hw
