# From four VFs to eight: the kernel goes only through none, which takes every VF from its user.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

write sys/bus/pci/devices/0000:17:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 4

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         vfs: {count: 8, driver: none}

run apply -y wish.yaml
exit 4
err has 0000:17:00.0 has 4 VFs: going to 8 would destroy them all first [vf-count-change]
see 0000:17:00.0 sriov_numvfs 4
