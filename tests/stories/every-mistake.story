# Every mistake is told at once: one does not hide another, nor makes one up.
facts examples/facts/kunpeng.json
lab no: nothing is written

# A host that another file has too is read all the same
file all/a.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 4}}
file all/b.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {cuont: 4}}
|       nic1: {select: {pci: "17:00.1"}}
run validate all
exit 65
err has all/b.yaml:3:3: error: host "kp001" is given twice, first at all/a.yaml:3:3 [duplicate-key]
err has all/b.yaml:5:51: error: unknown key "cuont" in nic0.vfs; did you mean "count"? [unknown-key]
err has all/b.yaml:6:28: error: pci: must be

# A MAC address that is none counts as one
file mac.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         vfs: {count: 4, groups: [{range: "0-1", net: {mac: ["02:00:00:00:00:01", "none"]}}]}
run validate mac.yaml
exit 65
err has [bad-value]
err lacks [mac-count]

# More VFs than there can be, and a driver that is not there
file plan.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 400, driver: vfoi-pci}}
run plan plan.yaml
exit 4
err has [vfs-above-total]
err has the driver vfoi-pci is not registered with the PCI bus: a probe would bind nothing; did you mean "vfio-pci"? [driver-missing]
