# The VFs of a card that a confidential guest's domain takes in are held back by their addresses: after a boot they
# come back with their own card, whose driver stays.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: it has a question to answer

file beside.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, vfs: {count: 2, driver: vfio-pci}}
file secure.yaml
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

modprobe vfio-pci
run apply -y beside.yaml
exit 0
answer yes
run apply secure.yaml
exit 0

reboot
modprobe vfio-pci
run restore
exit 0
see 0000:17:00.1 driver hisdk3
see 0000:17:00.1 sriov_numvfs 2
see 0000:17:08.4 driver_override none
