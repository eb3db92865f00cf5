# An older ledger that is put back does not hide what the journal has of a later start: only a word that was said after
# that settles it.
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
put var/lib/pawl/ledger
| {"crc":"9fd608f4","event":"machine","seq":1,"time":"2026-01-01T10:20:00Z","version":1}
| {"crc":"2cb610d9","event":"assumed","seq":2,"target":"0000:16:00.0","time":"2026-01-01T10:20:00Z","value":"oldboot","version":0}
| {"boot_id":"oldboot2","crc":"68f10433","event":"settled","seq":3,"target":"0000:16:00.0","time":"2026-01-01T10:21:00Z","value":"0000:16:00.0","version":0,"who":"root"}
run ledger
out has secure: a guest was started with it in this boot
out lacks settled
run apply -y ordinary.yaml
exit 4
err has [secure-to-ordinary]
answer 0000:16:00.0
run ledger settle 0000:16:00.0
exit 4
err has [domain-secure]

# so it is after a boot, and the word that is given then stands, whatever the journal has of before
reboot
run apply -y ordinary.yaml
exit 4
err has which may still be secure
answer 0000:16:00.0
run ledger settle 0000:16:00.0
exit 0
run ledger
out has ordinary, as far as anybody knows
out has settled
run apply -y ordinary.yaml
exit 0
run ledger
out has ordinary, as far as anybody knows
