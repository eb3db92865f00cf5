# A start that cannot be taken back is asked for again when the run before it had died: with consent to no more.
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

die *0000:17:01.0/driver_override
answer yes
run apply wish.yaml
revive
see 0000:17:00.0 sriov_numvfs 4
run resume -y
exit 4
err has -y does not cover that [not-accepted]
err has hint: look at this plan, then: pawl resume --accept-irreversible
run resume --accept-irreversible @PLAN@ -y
exit 0
see 0000:17:01.0 driver vfio-pci
