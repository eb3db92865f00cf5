# What the VFs of a drive had of it belongs to what a boot takes from the secure world: it comes back before their drivers,
# and in the boot in which they are secure nothing of it is changed.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         world: secure
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: ssd0.vf.0}]}

answer yes
run apply wish.yaml
exit 0
run show -o json 0000:a1:00.1
out has "online": "true"

file more.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         world: secure
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 16}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: ssd0.vf.0}]}
run apply -y more.yaml
exit 4
err has [secure-frozen]
run show -o json 0000:a1:00.1
out has "queues": "8"

reboot
run restore
exit 0
out lacks !!
see 0000:a1:00.0 sriov_numvfs 2
see 0000:a1:00.2 driver vfio-pci
run show -o json 0000:a1:00.2
out has "queues": "8"
out has "online": "true"

# it may still be secure: nothing but what was there
run apply -y more.yaml
exit 4
err has [secure-frozen]
