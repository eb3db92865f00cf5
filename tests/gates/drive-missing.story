# What a drive gives its VFs is given by its own controller, through the nvme driver: other functions have none of it.
facts tests/facts/lab-x86.json
lab x86

file nic.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}, nvme: {vf-queues: 2}}
run apply -y nic.yaml
exit 4
err
| nic.yaml:5:94: error: 0000:02:00.0 is no NVMe drive [drive-missing]
| ...02:00.0"}, vfs: {count: 2, driver: none}, nvme: {vf-queues: 2}}
|                                                                ^
|   hint: leave `nvme` out
see 0000:02:00.0 sriov_numvfs 0

# without VFs nothing makes them, and nobody needs the driver for their number
write sys/bus/pci/drivers/nvme/unbind 0000:01:00.0
file drive.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 0}, nvme: {vf-queues: 2, vf-interrupts: 1}}
run apply -y drive.yaml
exit 4
err has 0000:01:00.0 has no driver, and only through the nvme driver can a drive be asked and told [drive-missing]
err has hint: wish for `driver: nvme` on the device, or bind it by hand

# what it has to give is known when it has its driver: so that comes first
file both.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         driver: nvme
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
run apply -y both.yaml
exit 4
err has hint: apply once with `--target ssd0.driver`: then the drive has its driver
file driver.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}
run apply -y driver.yaml
exit 0
run apply -y both.yaml
exit 0
see 0000:01:00.0 driver nvme
run show -o json 0000:01:00.1
out has "online": "true"

# namespaces need it as well: what is no drive is told so, and not what to bind
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, nvme: {namespaces: {a: {size: 10GiB}}}}
run plan none.yaml
exit 4
out has no step is planned, REFUSED
err has none.yaml:5:45: error: 0000:02:00.0 is no NVMe drive [drive-missing]
err has hint: leave `nvme` out
err lacks namespace-management
