# Consent is taken back by the domain's own name when nothing that the guest gets is there any more.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what was noted before a death is not taken back again

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
run apply -y wish.yaml
exit 0
reboot

# a boot has taken the VFs, and the guest does not run: it is not told any more what was consented to
run consent cvm1 --revoke
exit 1
err has cvm1 gets 0000:17:01.0, which is not here
err has hint: `pawl ledger` lists the domains with consent: `pawl consent DOMAIN --revoke`
out lacks There was no consent
run ledger
out has consent  given
run consent 0000:17:00.0 --revoke
exit 1
err has the ledger has nothing of a secure domain 0000:17:00.0 [no-such-domain]
run consent 0000:16:00.0 --revoke --note broken
exit 0
out has Consent to the secure domain 0000:16:00.0 is taken back, for every guest. Its world stays as it is: perhaps secure
run ledger
out has consent  taken back
run consent 0000:16:00.0 --revoke
exit 0
out has There was no consent to take back: nothing to do.

# what is consented to is always the closure of a guest
run consent 0000:16:00.0
exit 1
err has [no-such-guest]
