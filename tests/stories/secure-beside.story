# A wider domain is consented to again; who runs with some of it loses nothing when the next guest starts.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: somebody else makes VFs in between

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0-1", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

file both.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0-1", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
|       cvm2: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.1}]}

answer yes
run apply wish.yaml
exit 0

# as it was consented to: nothing more becomes secure
run plan both.yaml
exit 0
out has 2  cvm2  guest_state  stopped -> running
out lacks become secure
out has nothing irreversible

write sys/bus/pci/devices/0000:17:00.1/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:17:00.1/sriov_numvfs 2
write sys/bus/pci/devices/0000:17:08.4/driver_override none
write sys/bus/pci/devices/0000:17:08.5/driver_override none
answer yes
run apply both.yaml
exit 0
out has become secure when it is started
