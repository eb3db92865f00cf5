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
err has 0000:17:00.0 has no driver bound, and only a physical function's driver makes or removes its VFs [pf-driverless]
see 0000:17:00.0 sriov_numvfs 0
