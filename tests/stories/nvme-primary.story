# What a drive holds itself of what its VFs need it gives back, by a reset that is said: before there are VFs, and while
# nobody uses its disks.
facts tests/facts/drives.json
lab no: nvme-primary-lab.story is it

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 8, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 8}
# while VFs stay, it is not: the reset would take all from them
file few.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 8}
file more.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 16, vf-interrupts: 8}
run apply -y few.yaml
exit 0
run apply -y more.yaml
exit 4
err has 2 VFs with 16 queues each need 32: 0000:41:00.0 has 64 for VFs, of which the drive itself holds 40 [drive-short]
err has hint: the drive gives that back when it has no VFs: apply once with `vfs: {count: 0}`, then this again
file none.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0: {select: {pci: "0000:41:00.0"}, vfs: {count: 0}}
run apply -y none.yaml
exit 0

# nor while somebody uses the drive itself
hold 0000:41:00.0 somebody
run apply -y wish.yaml
exit 4
err has 0000:41:00.0 may lose its disk: it is open in
err has [pf-in-use]
see 0000:41:00.0 sriov_numvfs 0
release 0000:41:00.0
run plan wish.yaml
exit 0
out has primary_share  queues 40 interrupts 0 -> queues 0 interrupts 0  disrupts
out has undo     none: `nvme virt-mgmt -a 1` gives the drive its own back at its next reset

# it dies before the reset, and right after it
die nvme/*/primary
run apply -y wish.yaml
revive
see 0000:41:00.0 sriov_numvfs 0
run show -o json 0000:41:00.0
out has "vqrfap": 40
die */sriov_numvfs
run apply -y wish.yaml
revive
run show -o json 0000:41:00.0
out has "vqrfap": 0
run resume -y
exit 0
see 0000:41:00.1 driver vfio-pci
run show -o json 0000:41:01.0
out has "queues": "8"
out has "online": "true"
run plan wish.yaml
exit 0
out has nothing to do

# no run gives it back
run rollback -y
exit 8
err has primary_share of 0000:41:00.0, which the run has set, stays: no rollback takes it back
see 0000:41:00.0 sriov_numvfs 0
run show -o json 0000:41:00.0
out has "vqrfap": 0
