# What no run takes back is told when its run is taken back: consent, a guest, what became secure.
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

answer yes
run apply wish.yaml
exit 0
run rollback -y
exit 4
err has cvm1: consent of 0000:16:00.0, which the run has set, stays: no rollback takes it back [not-taken-back]
err has hint: `pawl consent GUEST --revoke` takes consent back; what became secure stays so
err has cvm1: guest of qemu:///system/cvm1, which the run has set, stays
err has cvm1: guest_state of qemu:///system/cvm1, which the run has set, stays
see 0000:17:00.0 sriov_numvfs 4
