# DESIGN rule 4: VFs of which the wish says no driver are kept from the host's too, when they are made below the same port.
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
|       nic1: {select: {pci: "0000:17:00.1"}, vfs: {count: 2}}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

answer yes
run apply wish.yaml
exit 0
out has nic1.vf.[0-1]  override     (not set) -> none                        for cvm1
see 0000:17:00.1 sriov_drivers_autoprobe 1
see 0000:17:08.4 driver_override none
see 0000:17:08.4 driver -
