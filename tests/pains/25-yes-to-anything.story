# `yes` was typed, or -y stood in a script, and it covered whatever the run had come to mean since: drives were formatted, a
# database was rebuilt (nvme-cli#501, terraform#15480). What can never be taken back wants the name of the very plan that was seen.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: after a death the plan that goes on is another, and has another name

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
file plain.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 4, driver: none}}

# nobody is asked without a terminal, nothing is done without an answer, and a word is not enough
run apply wish.yaml
exit 64
err has there is no terminal to ask on
answer y
run apply wish.yaml
exit 1
answer YES
run apply wish.yaml
exit 1
err has Apply these 11 steps to kp001? 1 can NEVER be taken back. Only yes is taken:
see 0000:17:00.0 sriov_numvfs 0

# the flag of a script does not cover it, nor does a word where the plan's name belongs
run apply -y wish.yaml
exit 4
err has cannot be taken back, and -y does not cover that [not-accepted]
err has hint: look at `pawl plan`, then: pawl apply --accept-irreversible
run apply --accept-irreversible=yes wish.yaml
exit 4
err has --accept-irreversible names the plan yes, and this is the plan
err has [accepted-other]
run apply -y --accept-irreversible=12345678 wish.yaml
exit 4
see 0000:17:00.0 sriov_numvfs 0

# the name of another plan of the same host, though one was just looked at
run plan -o json plain.yaml
exit 0
run apply --accept-irreversible=@PLAN@ wish.yaml
exit 4
see 0000:17:00.0 sriov_numvfs 0

# the plan was looked at, and the host is another since: its name is another too
run apply -y wish.yaml
exit 4
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 2
run apply --accept-irreversible=@PLAN@ wish.yaml
exit 4
err has [accepted-other]
see 0000:17:00.0 sriov_numvfs 2
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 0

# the name of this very plan: and only then
run apply -y wish.yaml
exit 4
run apply --accept-irreversible=@PLAN@ wish.yaml
exit 0
see 0000:17:00.0 sriov_numvfs 4
