# The journal is lost with what a dead run has done: nothing is said of that for certain, and what the run may have attached to
# whom is asked before the VF's next user gets it.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it dies itself

modprobe vfio-pci
file before.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file next.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
die nvme/*/namespace/2:* 1 after
run apply -y before.yaml
revive
put var/lib/pawl/journal
run status
exit 0
out has died, and the journal tells nothing of it; `pawl resume` goes on from there
out has how many of its 13 steps are done is not known
out has Debts       not known: what the last run has left for the moment the journal does not tell
run history
out has some of 13 steps  died, and the journal tells nothing of it
run status -o json
out has "done": null
run resume -y
exit 6
err lacks [never-begun]

# what may be left is named, and the VF's next user does not get what it has
run apply -y next.yaml
exit 4
err has and the journal tells nothing of it: what it has set, and what it has left for the moment, is not known
err has autoprobe of 0000:31:00.0 is 0: unless it is to be so, `echo 1 > /sys/bus/pci/devices/0000:31:00.0/sriov_drivers_autoprobe`
err has error: VF 0 of 0000:31:00.0 has namespace 2, and it is not for who uses the VF from then on [namespace-visible]

# nor is that forgotten when other runs came since
write sys/bus/pci/devices/0000:31:00.0/sriov_drivers_autoprobe 1
file none.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 0}
run apply -y none.yaml
exit 0
run history
out has some of 13 steps  died, and the journal tells nothing of it
run apply -y next.yaml
exit 4
err has error: VF 0 of 0000:31:00.0 has namespace 2, and it is not for who uses the VF from then on [namespace-visible]
err lacks [journal-lost]
write nvme/0000:31:00.0/namespace/2 detach:2
run apply -y next.yaml
exit 0
