# Consent is for the cards that were shown: another one of the same model in the slot is not covered.
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
run consent cvm1 -f wish.yaml
exit 0
run plan wish.yaml --out given.json
exit 0
out lacks consent
# a function that no file names is enough
swap 0000:17:00.1 0000:98:00.1
run plan wish.yaml
out has consent
err lacks [identity-changed]
run apply -y given.json
exit 6
run apply -y wish.yaml
exit 4
see 0000:17:00.0 sriov_numvfs 0
# the first one is back, and another one sleeps and does not tell its number: nothing is asked
swap 0000:17:00.1 0000:98:00.1
asleep 0000:17:00.2
run apply -y wish.yaml
exit 0
reboot
swap 0000:17:00.1 0000:98:00.1
run apply -y wish.yaml
exit 4
