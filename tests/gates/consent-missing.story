# Somebody makes virtual functions on a port of the same card after consent was given, and before the guest starts.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what is done by hand is not done again

write sys/bus/pci/devices/0000:17:00.1/sriov_drivers_autoprobe 0
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
meanwhile qemu:* write sys/bus/pci/devices/0000:17:00.1/sriov_numvfs 2
answer yes
run apply wish.yaml
exit 5
err has wish.yaml:11:63: error: cvm1: what becomes secure below 0000:16:00.0 is not, or no longer, what was consented to [consent-missing]
err has 10 of 11 steps are done [stopped-part-way]
err lacks [secure-driver]

# what is there now is shown, and asked for
run apply -y wish.yaml
exit 4
err has wish.yaml:11:44: error: step 3 is consent to what cannot be taken back, and -y does not cover that [not-accepted]
err has wish.yaml:11:44: error: step 4 cannot be taken back, and -y does not cover that [not-accepted]
