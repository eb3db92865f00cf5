# DESIGN rule 5: what may have become secure is noted before the start, and a start that fails clears nothing.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: a start that has failed is not tried again in the same way

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

# the second thing that is asked of libvirt is the start: all below the port is switched, then it fails
fail qemu:* 2 ENOMEM
answer yes
run apply wish.yaml
exit 5
err has the kernel does not take "running" as guest_state of qemu:///system/cvm1

# consent is kept: the next start asks nothing; nothing tells that the first one has switched anything
run plan wish.yaml
exit 0
out has guest_state  stopped -> running
out lacks consent
out has !! 1  cvm1  guest_state
out has 1 IRREVERSIBLE
run apply -y wish.yaml
exit 0

# what was switched by the failed start stays: nothing there may be changed
file more.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, driver: none}
run apply -y more.yaml
exit 4
err has 0000:17:01.0 is secure: its override cannot be changed any more in this boot [secure-frozen]
