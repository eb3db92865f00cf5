# One device of two is refused: nothing is changed on the other either, and no run has begun.
facts tests/facts/lab-x86.json
lab no: nobody sits at the lab to answer

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: uio_pci_generic}

run apply -y wish.yaml
exit 4
err has [driver-missing]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:10.0 here -
see 0000:01:00.0 driver nvme

# not even for a yes
answer yes
run apply wish.yaml
exit 4
err lacks Apply these
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.0 driver nvme
run status
exit 0
out has Last run    none
