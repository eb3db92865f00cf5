# Consent that was taken back does not come back with a ledger of before: the journal tells of it, and only a word that
# was given after that counts.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: it puts the ledger back itself

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

# as a copy of before has it, consent stands
put var/lib/pawl/ledger
| {"crc":"9fd608f4","event":"machine","seq":1,"time":"2026-01-01T10:20:00Z","version":1}
| {"boot_id":"oldboot","crc":"a4fb3286","event":"consent","seq":2,"target":"0000:16:00.0","time":"2026-01-01T10:20:00Z","value":"640c5bc7bebdc105d509aae404faa1a6781aba16a3b05faab61f58b4e2f6608b:002b652bc11d7f2f:-:65561ae611cbe306:002b652bc11d7f2f:-:d253a6c43628f772:002b652bc11d7f2f:-:9825a9f5da69032b:002b652bc11d7f2f:-:0e878ddc8d12f6be","version":0,"who":"root"}
run ledger
out has consent  given 2026-01-01T10:20:00Z
run plan wish.yaml
out lacks consent      (none)
run consent cvm1 --revoke -f wish.yaml
exit 0

put var/lib/pawl/ledger
| {"crc":"9fd608f4","event":"machine","seq":1,"time":"2026-01-01T10:20:00Z","version":1}
| {"boot_id":"oldboot","crc":"a4fb3286","event":"consent","seq":2,"target":"0000:16:00.0","time":"2026-01-01T10:20:00Z","value":"640c5bc7bebdc105d509aae404faa1a6781aba16a3b05faab61f58b4e2f6608b:002b652bc11d7f2f:-:65561ae611cbe306:002b652bc11d7f2f:-:d253a6c43628f772:002b652bc11d7f2f:-:9825a9f5da69032b:002b652bc11d7f2f:-:0e878ddc8d12f6be","version":0,"who":"root"}
run ledger
out has consent  taken back
out lacks given
run plan wish.yaml
out has cvm1           consent      (none) ->
run apply -y wish.yaml
exit 4
run consent cvm1 --revoke -f wish.yaml
exit 0
out has There was no consent to take back: nothing to do.

# what is consented to after that counts, and the ledger tells of both
answer yes
run consent cvm1 -f wish.yaml
exit 0
run apply -y wish.yaml
exit 0
run ledger
out has consent  given
put var/lib/pawl/journal
run ledger
out has consent  given
