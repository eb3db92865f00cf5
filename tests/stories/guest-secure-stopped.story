# Who only stops a confidential guest leaves it protected, with the secure function that it has; no word takes one away.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng, and libvirt
crash no: it has questions to answer

file sec.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 2, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
file stop.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       cvm1: {state: stopped}
file none.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       cvm1: {confidential: none, state: running}
file listed.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: ordinary}
|     guests:
|       cvm1: {state: stopped, hostdevs: [{device: nic0.vf.0}]}
file ordinary.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: ordinary}
|     guests:
|       cvm1: {state: stopped}

answer yes
run apply sec.yaml
exit 0

# a running one is redefined with no function that is not listed
run apply -y none.yaml
exit 65
err has its protection is to be none, not virtcca, and has 0000:17:01.0, of which `hostdevs` says nothing [hostdevs-not-given]

run apply -y stop.yaml
exit 0
out has running -> stopped
out lacks virtcca
run plan sec.yaml
exit 0
out has stopped -> running
out lacks ordinary 0000:17:01.0 -> virtcca
run assert stop.yaml
exit 0

# the machine tells that it is confidential: its device's promise is held against that, listed or kept
run plan listed.yaml
exit 4
err has cvm1 gets nic0.vf.0, and is confidential: nic0 says `world: ordinary`, and must say `world: secure` [guest-device]
run plan ordinary.yaml
exit 4
err has cvm1 gets nic0.vf.0, and is confidential: nic0 says `world: ordinary`, and must say `world: secure` [guest-device]
