# Once a card is secure, neither its numbers of VFs nor their drivers and settings change in this boot.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what is wished for later is refused, as it should be

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
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 6, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: stopped, hostdevs: [{device: nic0.vf.0}]}
file net.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci, net: {vlan: 110}}]}
|     guests:
|       cvm1: {confidential: virtcca, state: stopped, hostdevs: [{device: nic0.vf.0}]}
answer yes
run apply wish.yaml
exit 0

file stop.yaml
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
|       cvm1: {confidential: virtcca, state: stopped, hostdevs: [{device: nic0.vf.0}]}
run apply -y stop.yaml
exit 0
run apply -y more.yaml
exit 4
err
| more.yaml:9:22: error: 0000:17:00.0 is secure: its numvfs cannot be changed any more in this boot [secure-frozen]
|         vfs: {count: 6, groups: [{range: "0", driver: vfio-pci}]}
|                      ^
|   hint: leave it as it is in this boot: numbers of VFs, drivers and settings are for the time before the first confidential guest starts
| more.yaml:9:22: error: 0000:17:00.0 is secure: its autoprobe cannot be changed any more in this boot [secure-frozen]
|         vfs: {count: 6, groups: [{range: "0", driver: vfio-pci}]}
|                      ^
|   hint: leave it as it is in this boot: numbers of VFs, drivers and settings are for the time before the first confidential guest starts
run apply -y net.yaml
exit 4
err
| net.yaml:9:34: error: 0000:17:00.0 is secure: its vf_vlan cannot be changed any more in this boot [secure-frozen]
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci, net: {vlan: 110}}]}
|                                  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
|   hint: leave it as it is in this boot: numbers of VFs, drivers and settings are for the time before the first confidential guest starts
see 0000:17:00.0 sriov_numvfs 4
