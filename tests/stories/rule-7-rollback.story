# DESIGN rule 7: who takes a run back, or lets go of the host, takes no VFs out of what may still be secure either.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what is asked for later is refused, as it should be

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
file absent.yaml
| pawl: 1
| hosts: {kp001: {state: absent}}

answer yes
run apply wish.yaml
exit 0
reboot
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 4

run rollback -y
exit 4
err has 0000:17:00.0 may still be secure: its numvfs is not put back to what it was, but becomes "0" [secure-frozen]
run apply -y absent.yaml
exit 4
err has [secure-frozen]
see 0000:17:00.0 sriov_numvfs 4
