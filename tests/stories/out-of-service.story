# A card that was pulled: nothing is planned for it, and that it is missing is no mistake.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}
|       nic1: {state: out-of-service, select: {pci: "0000:03:00.0"}, vfs: {count: 8, driver: none}}

run plan wish.yaml
exit 0
err has nic1 is out of service: nothing is planned for it [out-of-service]
out has on 1 device

run plan --target nic0 wish.yaml
exit 0
err has left out by --target: nic1
err lacks out of service

run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 1

run show -f wish.yaml
exit 0
err has nic1 is out of service: nothing is planned for it [out-of-service]
err lacks device-not-found

# a host that is given up: what pawl has made is taken back, what else stands is listed and stays
write sys/bus/pci/devices/0000:01:00.0/driver_override nvme
file leave.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     state: absent
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}

run plan leave.yaml
exit 0
err has ssd0 is left over: 0000:01:00.0 has driver nvme, driver_override nvme, and there is no record that pawl made it [left-over]
err has write 0 to sriov_numvfs
run apply -y leave.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 0
see 0000:01:00.0 driver_override nvme
