# What an ordinary guest has does not become secure under it, though no file speaks of that guest any more.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file ordinary.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: ordinary
|         vfs: {count: 4, driver: none, groups: [{range: "0-1", driver: vfio-pci}]}
|     guests:
|       vm1: {state: running, hostdevs: [{device: nic0.vf.1}]}
file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, driver: none, groups: [{range: "0-1", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

run apply -y ordinary.yaml
exit 0
answer yes
run apply wish.yaml
exit 4
err has (VF 1 of 0000:17:00.0) would become secure
err has [vfs-in-use]

# nor under one that is stopped: at its next start it would have it
file stopped.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: ordinary
|         vfs: {count: 4, driver: none, groups: [{range: "0-1", driver: vfio-pci}]}
|     guests:
|       vm1: {state: stopped, hostdevs: [{device: nic0.vf.1}]}
file named.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, driver: none, groups: [{range: "0-1", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
|       vm1: {state: stopped, hostdevs: []}
run apply -y stopped.yaml
exit 0
answer yes
run apply wish.yaml
exit 4
err
| wish.yaml:11:63: error: vm1 is an ordinary guest, which the configuration does not name, and 0000:17:01.1, which it has, becomes secure [secure-to-ordinary]
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
|                                                               ^~~~~~~~~~~~~~~~~~~~~
|   hint: take it from that guest (`virsh edit`), or name the guest with all that it is to have, `hostdevs: [{device: HANDLE.vf.N}]` or `[]`
answer yes
run apply named.yaml
exit 0
