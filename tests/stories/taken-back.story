# A host that is decommissioned: what pawl has set goes back to what it was, and nothing else does.
facts tests/facts/lab-x86.json
lab x86

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

file absent.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     state: absent
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         driver: vfio-pci

modprobe vfio-pci
run apply -y wish.yaml
exit 0
run plan absent.yaml
exit 0
out has 4 steps on 2 devices
out has state: absent wanted, present found (absent.yaml:4:12)
out has 0000:01:00.0 loses its driver
out has nic0.vfs  numvfs    2 -> 0
err lacks left-over

# facts know as much
run facts capture --out facts.json
exit 0
run plan --facts facts.json absent.yaml
exit 0
out has 4 steps on 2 devices

run apply -y absent.yaml
exit 0
out has verified, the host is as wished
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override -
run plan --detailed-exitcode absent.yaml
exit 0
err lacks left-over

# what somebody else has made since is theirs
run apply -y wish.yaml
exit 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 3
run apply -y absent.yaml
exit 0
err has numvfs of 0000:02:00.0 is "3"; pawl had set "2", so this is somebody else's and stays [changed-since]
err lacks left-over
see 0000:02:00.0 sriov_numvfs 3
see 0000:01:00.0 driver nvme
