# What the journal alone knows of the secure world is in the new ledger from its first line on: a journal that has
# grown long forgets its runs.
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
file other.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, vfs: {count: 2}}
answer yes
run apply wish.yaml
exit 0
run apply -y stop.yaml
exit 0
put var/lib/pawl/ledger

# it is told by who only looks as well
run ledger
exit 0
out has secure: a guest was started with it in this boot
run apply -y other.yaml
exit 0
put var/lib/pawl/journal
run ledger
out has secure: a guest was started with it in this boot
run apply -y ordinary.yaml
exit 4
err has [secure-to-ordinary]

# a run that has nothing to do notes it as well
put var/lib/pawl/ledger
answer yes
run apply wish.yaml
exit 0
run apply -y stop.yaml
exit 0
put var/lib/pawl/ledger
run apply -y stop.yaml
exit 0
put var/lib/pawl/journal
reboot
run apply -y ordinary.yaml
exit 4
err has which may still be secure
answer 0000:16:00.0
run ledger settle 0000:16:00.0
exit 0
run apply -y ordinary.yaml
exit 0
