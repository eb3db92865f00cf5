# DESIGN rule 4: what was there when a root port became secure comes back, each card's port alone too; no other number does.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng, and libvirt
crash no: it has questions to answer

file secure.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 2, mac-base: "02:17:02:00:00:00", groups: [{range: "0", driver: vfio-pci}]}
|       nic1: {select: {pci: "0000:17:00.1"}, world: secure, vfs: {count: 4, driver: vfio-pci}}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
file other.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, world: secure, vfs: {count: 2, driver: vfio-pci}}
file alone.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, world: secure, vfs: {count: 4, driver: vfio-pci}}

modprobe vfio-pci
answer yes
run apply secure.yaml
exit 0
reboot
modprobe vfio-pci
run apply -y other.yaml
exit 4
err has its numvfs is not put back to what it was, but becomes "2" [secure-frozen]
# of the other port's VFs, which are gone yet, the ledger tells
run apply -y alone.yaml
exit 0
see 0000:17:00.1 sriov_numvfs 4
see 0000:17:00.0 sriov_numvfs 0
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 2
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 2
see 0000:17:00.1 sriov_numvfs 4
