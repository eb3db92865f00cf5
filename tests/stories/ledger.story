# What is remembered is shown; after a cold start the operator's word makes a secure domain ordinary again.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what was noted before a death is not asked for again

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {netdev: ens3f0}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
file ordinary.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {netdev: ens3f0}
|         world: ordinary
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       web1: {state: running, hostdevs: [{device: nic0.vf.0}]}

run ledger
exit 0
out
| Which function each device is
|   none: no device was applied yet
|
| What pawl has set and not put back
|   nothing
|
| Secure domains
|   none: no confidential guest was planned with a device
run ledger settle 0000:16:00.0
exit 1
err has the ledger has nothing of a secure domain 0000:16:00.0 [no-such-domain]

answer yes
run apply wish.yaml
exit 0
run ledger
exit 0
out has nic0.vfs
out has world    secure: the guest cvm1 runs with it
out has consent  given
run ledger -o json
exit 0
out has "world": "secure"
out has "settled": null

# a word against what is known is not taken
answer 0000:16:00.0
run ledger settle 0000:16:00.0
exit 4
err has 0000:16:00.0 is not ordinary: it is secure: the guest cvm1 runs with it [domain-secure]

# after a boot it is, from somebody who was there
reboot
run apply -y ordinary.yaml
exit 4
err has which may still be secure
run ledger settle 0000:16:00.0
exit 64
err has there is no terminal to ask on, and no option answers this [not-accepted]
answer yes
run ledger settle 0000:16:00.0
exit 1
err has Nothing was noted.
answer no
run ledger settle 0000:16:00.0 -o json
exit 1
out has "world": "unknown"
out lacks became secure
err has 0000:16:00.0 became secure, or may have,
err has Was the machine without power since?
answer 0000:16:00.0
run ledger settle 0000:16:00.0 --note PSU-pulled
exit 0
out has 0000:16:00.0 is settled: ordinary guests may have its functions again.
run ledger
out has world    ordinary, as far as anybody knows
out has settled
run ledger settle 0000:16:00.0
exit 0
out has counts as ordinary: nothing to do.
run ledger settle 0000:16:00.0 -o json
exit 0
out has "domain": "0000:16:00.0"
out has "noted": false
out has "world": "ordinary"
out lacks counts as
run apply -y ordinary.yaml
exit 0
see 0000:17:01.0 driver vfio-pci
