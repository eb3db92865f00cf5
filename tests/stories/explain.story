# Each id that pawl prints can be looked up; what is not known is guessed.
facts tests/facts/lab-x86.json
lab no: nothing of the machine is read

run explain vfs-above-total 4
exit 0
out
| vfs-above-total  (gates)
|   Does each pool fit its physical function?
|   It refuses, and no option lets the plan pass.
|   Why:    sriov_totalvfs is the most that card and driver allow; the kernel answers ERANGE above it
|           (drivers/pci/iov.c, sriov_numvfs_store).
|   To do:  wish for fewer VFs, or raise the number in the card's firmware settings
|
| exit-4  (exit codes)
|   a gate refuses; nothing was changed
|   To do:  the findings name the gates: `pawl explain ID` tells what each one asks
run explain nic0.vfs.count
exit 0
out has hosts.NAME.devices.HANDLE.vfs.count  (keys of the language)
run explain
exit 0
out has gates: questions asked before anything is written
out has not-taken
run explain -o json still-running
exit 0
out has "id": "still-running"
run explain REFUSED disrupts
exit 0
out has refused  (words of plans)
run explain none yaml domain
exit 0
out has none  (words of plans)
out has yaml  (words of plans)
run explain iommu-of
exit 64
err has error: "iommu-of" is nothing that pawl could explain [nothing-to-explain]
err has hint: did you mean `pawl explain iommu-off`?
run explain plan
exit 64
err has hint: `pawl help plan` tells what that command takes

# help takes what is no command too: a part of one's name, a document, what explain knows
run help facts
exit 0
out has Usage: pawl facts capture
out has `pawl schema facts`
run help saved-plan
exit 0
out has what `pawl plan --out FILE` writes
run help nic0.vfs.count
exit 0
out has (keys of the language)
run help exit-4
exit 0
out has a gate refuses
run help plam
exit 64
err has did you mean
run completion bash fish
exit 64
err has "fish" is one word too many

# of an option, help tells what it is for the command that is asked about
run help plan
out has text (default), json or yaml; for plan also markdown or dot
run help show
out has text (default), json or yaml
out lacks markdown
run help generate
out has write to FILE; - is standard output
out lacks for plan
run help consent
out has the whole id of what was shown
out lacks apply this plan

# words of namespaces and shares, as plans and assert have them
run explain attached queues interrupts online all-remaining
exit 0
out has vf.N, or controller ID
out has vf-interrupts
