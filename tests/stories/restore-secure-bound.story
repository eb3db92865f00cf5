# After a boot somebody else makes the VFs of what was secure, and the host's driver binds them: it lets go of them again.
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
answer yes
run apply wish.yaml
exit 0
reboot
modprobe vfio-pci
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 4
see 0000:17:01.1 driver hisdk3
run restore
exit 0
see 0000:17:01.0 driver vfio-pci
see 0000:17:01.1 driver -
see 0000:17:01.1 driver_override none
see 0000:17:01.3 driver -
