# DESIGN rule 5: who dies between "assumed" and the start has switched nothing yet, and nobody can tell.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: it dies by itself

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

die qemu:* 2
answer yes
run apply wish.yaml
revive

# the start may switch what it is taken for to have switched
run plan wish.yaml
exit 0
out has become secure when it is started
out has 1 IRREVERSIBLE
out lacks consent
run apply -y wish.yaml
exit 0
