# The interface of the default route, below a bond: nothing makes pawl take it away.
facts tests/facts/kunpeng-used.json
lab no: the facts are a Kunpeng server's; management-interface-live is played there

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:35:00.0"}, driver: vfio-pci}

run apply -y wish.yaml
exit 4
err has 0000:35:00.0 would lose its driver: eth4 > bond0 carries default via 192.0.2.1 [management-interface]
err has hint: let another interface carry default via 192.0.2.1, or leave this device out
err lacks [pf-in-use]
see 0000:35:00.0 driver hns3
see 0000:35:00.0 driver_override -

# what takes nothing away is not asked about
file more.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:35:00.0"}, driver: hns3, vfs: {count: 2, driver: none}}
run apply -y more.yaml
exit 0
see 0000:35:00.0 sriov_numvfs 2

# and its VFs may go as long as nobody uses them
file less.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:35:00.0"}, vfs: {count: 0}}
run apply -y less.yaml
exit 0
see 0000:35:00.0 sriov_numvfs 0
see 0000:35:00.0 driver hns3
