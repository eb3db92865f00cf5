# DESIGN rule 4: no driver of the host has a function that becomes secure, and the host uses none of them.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

# VFs of a neighbouring port that the host's driver has: they are set free first, as the plan says
write sys/bus/pci/devices/0000:17:00.1/sriov_numvfs 2
see 0000:17:08.4 driver hisdk3

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

run apply -y wish.yaml
exit 4
out has hisdk3 -> (no driver)
answer yes
run apply wish.yaml
exit 0
see 0000:17:08.4 driver -
see 0000:17:08.4 driver_override none

# a management card is not made for the secure world, and has a driver
file management.yaml
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
|       cvm2: {confidential: virtcca, state: running, hostdevs: [{device: lan0.vf.0}]}
run apply -y management.yaml
exit 4
err has 0000:35:00.1 would become secure while the driver hns3 of this host has it, which is not made for that [secure-driver]
see 0000:35:00.0 sriov_numvfs 0
