# The same when consent was given beforehand, by a command of its own: the journal tells of the start that followed.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: it moves the ledger away itself

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
file stop.yaml
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
|       cvm1: {confidential: virtcca, state: stopped, hostdevs: [{device: nic0.vf.0}]}
file ordinary.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: ordinary
|         vfs: {count: 4, groups: [{range: "0-1", driver: vfio-pci}]}
|     guests:
|       web1: {state: running, hostdevs: [{device: nic0.vf.1}]}
answer yes
run consent cvm1 -f wish.yaml
exit 0

# after consent alone nothing is secure, and what is lost with the ledger is asked for again
put var/lib/pawl/ledger
run plan wish.yaml
out has consent
answer yes
run consent cvm1 -f wish.yaml
exit 0
run apply -y wish.yaml
exit 0
run apply -y stop.yaml
exit 0
put var/lib/pawl/ledger
run apply -y ordinary.yaml
exit 4
err has [secure-to-ordinary]

# consent that is given anew does not say that it is ordinary
answer yes
run consent cvm1 -f wish.yaml
exit 0
run apply -y ordinary.yaml
exit 4
err has [secure-to-ordinary]
reboot
run apply -y ordinary.yaml
exit 4
err has [secure-to-ordinary]
answer 0000:16:00.0
run ledger settle 0000:16:00.0
exit 0
run apply -y ordinary.yaml
exit 0
