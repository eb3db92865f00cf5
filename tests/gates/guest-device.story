# What the files alone do not tell: a VF of a device that has fewer now, and a function below no root port.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure}
|     guests:
|       cvm1: {confidential: virtcca, state: defined, hostdevs: [{device: nic0.vf.4}]}

run validate wish.yaml
exit 0
run apply -y wish.yaml
exit 4
err
| wish.yaml:8:64: error: cvm1 gets nic0.vf.4, and nic0 will have 0 VFs, counted from 0 [guest-device]
|       cvm1: {confidential: virtcca, state: defined, hostdevs: [{device: nic0.vf.4}]}
|                                                                ^~~~~~~~~~~~~~~~~~~
|   hint: wish for more, `vfs: {count: 5}` of nic0, or give cvm1 a VF with a lower number
see 0000:17:00.0 sriov_numvfs 0

# no member of the set has this address
file set.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       gpus: {select: {device: 0x0222}, expect: 8, driver: vfio-pci}
|     guests:
|       vm1: {state: defined, hostdevs: [{device: gpus.0000:99:00.0}]}
run plan set.yaml
exit 4
err has vm1 gets gpus.0000:99:00.0, and no device of that name is wished for [guest-device]

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
