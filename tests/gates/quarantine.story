# A virtual function would be made again whose address a running confidential guest still owns.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what is done by hand is not done again

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

# somebody takes the card's virtual functions away under the guest
release 0000:17:01.0
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 0

run apply -y wish.yaml
exit 4
err
| wish.yaml:9:22: error: 0000:17:01.0 would be made again while the confidential guest cvm1 still owns it [quarantine]
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
|                      ^
|   hint: destroy the guest first (`virsh destroy`): until then its address is not free
see 0000:17:00.0 sriov_numvfs 0
