# DESIGN rule 6: consent to a closure is kept; an equal one is not asked about again, a wider one is.
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
|         vfs: {count: 4, groups: [{range: "0-1", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: defined, hostdevs: [{device: nic0.vf.0}]}

# a guest that is only defined asks already
run apply -y wish.yaml
exit 4
out has deferred: nothing is started
out has 0000:17:00.[0-3], nic0.vf.[0-3] become secure when it is started
out has 1 consent to what is IRREVERSIBLE, deferred, no reboot
answer yes
run apply wish.yaml
exit 0

# its start, and another guest of the same closure, ask nothing
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
|       cvm2: {confidential: virtcca, state: defined, hostdevs: [{device: nic0.vf.1}]}
run plan both.yaml
out lacks consent
run apply -y both.yaml
exit 0

# more VFs than were consented to are another closure: they are asked about again
file wider.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 6, groups: [{range: "0-1", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
reboot
run apply -y wider.yaml
exit 4
err has is consent to what cannot be taken back, and -y does not cover that [not-accepted]
answer yes
run apply wider.yaml
exit 0
