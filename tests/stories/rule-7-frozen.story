# DESIGN rule 7: what may still be secure is left as it is; what was there before the boot may be put back, and the
# operator's word after a cold start ends it.
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
file more.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 6}}
file drivers.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 4, driver: hisdk3}}
file other.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, driver: none}

answer yes
run apply wish.yaml
exit 0
reboot
run apply -y more.yaml
exit 4
err has 0000:17:00.0 may still be secure: its numvfs is not put back to what it was, but becomes "6" [secure-frozen]
err has `pawl ledger settle 0000:16:00.0`
run apply -y drivers.yaml
exit 4
err has [secure-frozen]
run apply -y other.yaml
exit 4
err has [secure-frozen]
see 0000:17:00.0 sriov_numvfs 0
see 0000:17:00.1 driver hisdk3

run restore
exit 0
see 0000:17:00.0 sriov_numvfs 4
run apply -y wish.yaml
exit 0
reboot
answer 0000:16:00.0
run ledger settle 0000:16:00.0
exit 0
run apply -y other.yaml
exit 0
