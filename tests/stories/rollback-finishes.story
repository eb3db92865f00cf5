# What a dead run did and what the next one finished are taken back as one; a dead rollback is finished, too.
facts tests/facts/lab-x86.json
lab no: each death is struck on the twin, at one write

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         driver: vfio-pci
file other.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3}}

modprobe vfio-pci
run plan -o json wish.yaml
die *0000:01:00.0/driver_override
run apply -y --parallel 1 wish.yaml
revive
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver nvme
run apply -y wish.yaml
exit 0
run history
exit 0
out has died before its end
out has goes on with the run of
# the dead run's plan names both
run rollback -y @PLAN@
exit 8
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override -
run history
out has takes back the run of
run history -o json
out has "finishes": 4
out has "finishes": null
out has "takes_back": null

# a rollback that died half-way and is run again goes on: it does not take back its own half
run apply -y wish.yaml
exit 0
die */sriov_numvfs
run rollback -y --parallel 1
revive
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver nvme
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver nvme

# finished as one, it is taken back as one
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver vfio-pci

# another wish goes on with nothing: what was done before it stays
run rollback -y
exit 8
die *0000:01:00.0/driver_override
run apply -y --parallel 1 wish.yaml
revive
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver nvme
run apply -y other.yaml
exit 0
run rollback -y
exit 8
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver nvme
