# Between a boot and restore a configuration without the VFs of a secure device is applied: they come back all the
# same, with the addresses that nobody could give them any more, and the guest starts.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file whole.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, mac-base: "02:17:02:00:00:00", groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
file without.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure}

answer yes
run apply whole.yaml
exit 0
reboot
modprobe vfio-pci
run apply -y without.yaml
exit 0
err lacks given-up
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 4
run apply -y whole.yaml
exit 0
out lacks vf_mac
