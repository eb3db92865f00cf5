# Right before the switch consent is held against what there is, not against what was wished for: VFs that somebody has
# made meanwhile, where none were to be, would become secure too.
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
|       nic1: {select: {pci: "0000:17:00.1"}, world: secure, vfs: {count: 0}}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

# without their driver, which would be a reason of its own
write sys/bus/pci/devices/0000:17:00.1/sriov_drivers_autoprobe 0
meanwhile qemu:* write sys/bus/pci/devices/0000:17:00.1/sriov_numvfs 2
answer yes
run apply wish.yaml
exit 5
err has cvm1: what becomes secure below 0000:16:00.0 is not, or no longer, what was consented to [consent-missing]
err lacks [secure-driver]
