# A plan was looked at on Monday and applied on Friday, and by then it was for another host: it rebuilt what nobody had
# looked at (terraform#8790, cloud-gov/product#1301). A saved plan holds what it rests on, and says which of it is another now.
facts tests/facts/lab-x86.json
lab x86
crash no: a saved plan is stale once a part of it is done; the way on is a new plan
file vfs.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2}

run plan vfs.yaml --out change.plan
exit 0

# no driver is wished, so no step has to do with autoprobe: it decides all the same who takes the new VFs
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
run apply -y change.plan
exit 6
err has error: 0000:02:00.0: its sriov_drivers_autoprobe was 1 when the plan was saved, and is 0 now [stale-plan]
see 0000:02:00.0 sriov_numvfs 0
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 1

# the driver that would make the VFs
write sys/bus/pci/drivers/igb/unbind 0000:02:00.0
run apply -y change.plan
exit 6
err has its driver was igb, and is (no driver) now
see 0000:02:00.0 sriov_numvfs 0
write sys/bus/pci/drivers/igb/bind 0000:02:00.0

# what is on another card is none of it
write sys/bus/pci/devices/0000:01:00.0/sriov_drivers_autoprobe 0
run apply -y change.plan
exit 0
see 0000:02:00.0 sriov_numvfs 2
write sys/bus/pci/devices/0000:01:00.0/sriov_drivers_autoprobe 1

# once is enough
run apply -y change.plan
exit 6
err has of 0 steps: the host is as the saved plan wishes already [stale-plan]
