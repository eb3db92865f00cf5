# --target and guests: a device brings no guest with it, and a guest brings all that it stands on.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, vfs: {count: 8, groups: [{range: "0-1", driver: vfio-pci}]}}
|       ssd0: {select: {pci: "0000:a1:00.0"}, vfs: {count: 4, driver: vfio-pci}}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
|       web1: {state: running, hostdevs: [{device: ssd0.vf.1}]}

# what a guest implies for its device goes with the guest
run plan --target nic0 wish.yaml
exit 0
out has 7 steps on 1 device
out lacks cvm1
err has left out by --target: ssd0, cvm1, web1
run plan --target nic0.vf.2 wish.yaml
exit 64
err has names nothing that is wished for this host
err has there is: nic0, nic0.vfs, nic0.vf.[0-1]
run plan --target nic0.vf.[0-7] wish.yaml
exit 64
err has means 8 objects, and of 2 of them something is wished

run plan --target cvm1 wish.yaml
exit 0
out has 16 steps on 1 device and 1 guest
out has nic0.vf.[2-7]  override     (not set) -> none                        for cvm1
err has left out by --target: ssd0, web1
run plan --target nic0.vf.[0-7] --target cvm1 wish.yaml
exit 0
out has 16 steps on 1 device and 1 guest
run plan --target web1 wish.yaml
exit 0
out has ssd0.vf.[0-3]
out has ssd0.vf.1
err has left out by --target: nic0, cvm1

# VFs that are made, and get nothing of what is wished of them
run plan --target ssd0.vf.[0-1] wish.yaml
exit 0
out has numvfs     0 -> 4
err has left out by --target: nic0, cvm1, web1, ssd0.vf.[2-3].driver
