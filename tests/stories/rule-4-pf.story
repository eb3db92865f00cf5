# DESIGN rule 4: in the secure world vfio-pci gets VFs without a driver; of the card itself nothing changes any more.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what is wished for later is refused, as it should be

file none.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, driver: none}
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
file vfio.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic1: {select: {pci: "0000:17:00.1"}, driver: vfio-pci}
file vf.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 4, groups: [{range: "0-1", driver: vfio-pci}]}}

run apply -y none.yaml
exit 0
answer yes
run apply wish.yaml
exit 0

run apply -y vfio.yaml
exit 4
err has 0000:17:00.1 is secure: its override cannot be changed any more in this boot [secure-frozen]
see 0000:17:00.1 driver_override none
see 0000:17:00.1 driver -
run apply -y vf.yaml
exit 0
see 0000:17:01.1 driver vfio-pci
# after a boot it is a guess whether they still are
reboot
run apply -y vfio.yaml
exit 4
err has 0000:17:00.1 may still be secure
