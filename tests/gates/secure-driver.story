# The host's own driver has a port of the card that becomes secure, and is not made for that.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       lan0:
|         select: {pci: "0000:35:00.0"}
|         world: secure
|         vfs: {count: 1, driver: vfio-pci}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: lan0.vf.0}]}

run apply -y wish.yaml
exit 4
err
| wish.yaml:11:63: error: cvm1: 0000:35:00.0 would become secure while the driver hns3 of this host has it, which is not made for that [secure-driver]
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: lan0.vf.0}]}
|                                                               ^~~~~~~~~~~~~~~~~~~~~
|   hint: give cvm1 a function below another root port; or wish for `driver: none` of 0000:35:00.0 and for no VFs of it
| wish.yaml:11:63: error: cvm1: 0000:35:00.1 would become secure while the driver hns3 of this host has it, which is not made for that [secure-driver]
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: lan0.vf.0}]}
|                                                               ^~~~~~~~~~~~~~~~~~~~~
|   hint: give cvm1 a function below another root port; or wish for `driver: none` of 0000:35:00.1 and for no VFs of it
| wish.yaml:11:63: error: cvm1: 0000:35:00.2 would become secure while the driver hns3 of this host has it, which is not made for that [secure-driver]
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: lan0.vf.0}]}
|                                                               ^~~~~~~~~~~~~~~~~~~~~
|   hint: give cvm1 a function below another root port; or wish for `driver: none` of 0000:35:00.2 and for no VFs of it
| wish.yaml:11:63: error: cvm1: 0000:35:00.3 would become secure while the driver hns3 of this host has it, which is not made for that [secure-driver]
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: lan0.vf.0}]}
|                                                               ^~~~~~~~~~~~~~~~~~~~~
|   hint: give cvm1 a function below another root port; or wish for `driver: none` of 0000:35:00.3 and for no VFs of it
see 0000:35:00.0 sriov_numvfs 0

# Nobody has it yet: the plan itself gives the host's driver a function of the card that becomes secure
file given.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 2, groups: [{range: "0", driver: vfio-pci}, {range: "1", driver: hisdk3}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
run apply -y given.yaml
exit 4
err
| given.yaml:11:63: error: cvm1: nic0.vf.1 would become secure while the driver hisdk3 of this host has it [secure-driver]
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
|                                                               ^~~~~~~~~~~~~~~~~~~~~
|   hint: wish for `driver: none` or `driver: vfio-pci` of nic0.vf.1 first
see 0000:17:00.0 sriov_numvfs 0

# A variant of vfio-pci is a driver of the host's as well, once the function is secure
modprobe hisi_acc_vfio_pci
file variant.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, vfs: {count: 1, driver: hisi_acc_vfio_pci}}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
run apply -y variant.yaml
exit 4
err has cvm1: nic0.vf.0 would become secure while the driver hisi_acc_vfio_pci of this host has it [secure-driver]
see 0000:17:00.0 sriov_numvfs 0
