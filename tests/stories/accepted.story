# --accept-irreversible names one plan of one host, and covers no other.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what a death leaves is another plan, which is not the one that was accepted

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

run apply --accept-irreversible 6eb679c9 wish.yaml
exit 4
err has --accept-irreversible names the plan 6eb679c9, and this is the plan
err has hint: look at `pawl plan`, then: pawl apply --accept-irreversible
see 0000:17:00.0 sriov_numvfs 0

# as a plan's first line has it, an id is too short; without a terminal the whole one is named at once
run apply --accept-irreversible a5afa8a9 wish.yaml
exit 4
err has --accept-irreversible takes the whole id of a plan, and a5afa8a9 is how this one's begins [accepted-other]
run apply wish.yaml
exit 64
err has hint: look at `pawl plan`, then: pawl apply --accept-irreversible a5afa8a9

# a file has a line for each host; one without this host says nothing
file accepted.txt
| # HOST PLAN
| kp002 @PLAN@
run apply --accept-irreversible @accepted.txt wish.yaml
exit 4
err has --accept-irreversible names no plan for this host, and this is the plan
see 0000:17:00.0 sriov_numvfs 0

file accepted.txt
| kp001 @PLAN@
run apply --accept-irreversible @accepted.txt wish.yaml
exit 0
see 0000:17:01.0 driver vfio-pci

run apply --accept-irreversible @PLAN@ wish.yaml
exit 0
out has nothing to do, the host is as wished

# an id that is no longer the plan's stops what is harmless too; a fleet's file need not name such a host
file harmless.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic1: {select: {pci: "0000:98:00.0"}, vfs: {count: 1}}
run apply -y --accept-irreversible 6eb679c9 harmless.yaml
exit 4
err has names the plan 6eb679c9, and this is the plan
see 0000:98:00.0 sriov_numvfs 0
file accepted.txt
| kp002 6eb679c9
run apply -y --accept-irreversible @accepted.txt harmless.yaml
exit 0
see 0000:98:00.0 sriov_numvfs 1
