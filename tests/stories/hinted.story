# The command that a refusal names can be given as it stands: of a saved plan, with what is allowed, with a note.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what was accepted before a death is not asked for again

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

# a saved plan says itself which host and which part it is of
run plan wish.yaml --host kp001 --target nic0 --target cvm1 --out p.plan
exit 0
run apply p.plan -y
exit 4
err lacks --host
err lacks --target
err has --accept-irreversible
err has p.plan

# what was typed is typed again
run apply wish.yaml --target nic0 --target cvm1 --host kp001 --allow=group-not-whole:nic0 --note change-4711 -y
exit 4
err has --note change-4711 --host kp001 --target nic0 --target cvm1 wish.yaml
run plan wish.yaml --allow=group-not-whole:nic0
out has Next: pawl apply wish.yaml

# resume takes neither a host nor a part
fail qemu:* 2 ENOMEM
answer yes
run apply wish.yaml
exit 5
run consent 0000:16:00.0 --revoke
exit 0
run resume -y
exit 4
err lacks --host
