# After a boot what was secure is put back exactly as it was applied, and nothing of a restore can never be taken back:
# guests are neither defined nor started, nobody is asked for consent.
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
|         vfs: {count: 2, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

answer yes
run apply wish.yaml
exit 0

# in the boot in which it is secure nothing of it is lost
run restore
exit 0
out has nothing to do

reboot
run restore
exit 0
out lacks !!
out lacks cvm1
out has nothing irreversible
see 0000:17:00.0 sriov_numvfs 2
run plan --detailed-exitcode wish.yaml
exit 2
out has cvm1
out lacks numvfs
run restore
exit 0
out has nothing to do
