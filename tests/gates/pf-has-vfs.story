# The driver of a physical function that has VFs is not changed under them.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

write sys/bus/pci/devices/0000:a1:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:a1:00.0/sriov_numvfs 2

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         driver: vfio-pci

run apply -y wish.yaml
exit 4
err has 0000:a1:00.0 has 2 VFs: changing its driver takes them from whoever uses them [pf-has-vfs]
see 0000:a1:00.0 driver nvme
see 0000:a1:00.0 sriov_numvfs 2
