# A physical function without a driver makes no VFs.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

write sys/bus/pci/drivers/hisdk3/unbind 0000:17:00.0

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         vfs: {count: 2}

run apply -y wish.yaml
exit 4
err has 0000:17:00.0 has no driver bound, and only a physical function's own driver makes or removes its VFs [pf-driverless]
see 0000:17:00.0 sriov_numvfs 0

# vfio-pci would be bound, and then make none either
file guest.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic1:
|         select: {pci: "0000:17:00.1"}
|         driver: vfio-pci
|         vfs: {count: 2}

run apply -y guest.yaml
exit 4
err has 0000:17:00.1 has vfio-pci, and only a physical function's own driver makes or removes its VFs [pf-driverless]
see 0000:17:00.1 driver hisdk3
