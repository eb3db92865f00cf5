# A ledger that was moved away takes nothing back from the secure world: the journal tells of what was consented to.
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
run apply wish.yaml
exit 0
run apply -y stop.yaml
exit 0
run apply -y ordinary.yaml
exit 4
err has [secure-to-ordinary]
put var/lib/pawl/ledger
run apply -y ordinary.yaml
exit 4
err has [secure-to-ordinary]
run apply -y stop.yaml
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
