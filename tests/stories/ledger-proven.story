# A guest that runs proves that its domain is secure, and only as long as it runs: whoever looks at it then remembers it,
# also when ledger and journal knew nothing.
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
put var/lib/pawl/ledger
put var/lib/pawl/journal
run apply -y stop.yaml
exit 0
run apply -y ordinary.yaml
exit 4
err has web1 is an ordinary guest, and 0000:17:01.1 is, or becomes, secure
reboot
run apply -y ordinary.yaml
exit 4
err has which may still be secure
