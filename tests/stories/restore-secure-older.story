# DESIGN rule 4: of what may still be secure only the VFs come back that were there when it became so.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng, and libvirt
crash no: it has questions to answer

file two.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, vfs: {count: 2, driver: vfio-pci}}
file four.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, vfs: {count: 4, driver: vfio-pci}}
file secure.yaml
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

# they were gone when the port became secure: a run had died on its way from two to four
modprobe vfio-pci
run apply -y two.yaml
exit 0
die *17:00.1/sriov_numvfs 2
run apply -y four.yaml
revive
answer yes
run apply secure.yaml
exit 0
see 0000:17:00.1 sriov_numvfs 0
reboot
modprobe vfio-pci
run restore
exit 1
err has nic1.vfs: 0000:17:00.1 may still be secure: its numvfs is not put back to what it was, but becomes "2" [secure-frozen]
err has if nobody wants these VFs, apply `vfs: {count: 0}` of nic1, and no boot brings them back
see 0000:17:00.0 sriov_numvfs 2
see 0000:17:01.0 driver vfio-pci
see 0000:17:00.1 sriov_numvfs 0

# and the guest starts as before
run apply -y secure.yaml
exit 0
out has stopped -> running
