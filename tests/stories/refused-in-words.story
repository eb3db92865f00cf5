# A refused plan is never "as wished", and twelve VFs without their driver are one message.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

file gone.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:18:00.0"}, vfs: {count: 2}}

run plan gone.yaml
exit 4
out has no step is planned, REFUSED
out has Refused, see below: nothing can be applied until that is solved, or left out with --target.
out lacks as wished
run apply -y gone.yaml
exit 4
out has Refused, see below: nothing was changed.
out lacks as wished
run rehearse gone.yaml
exit 4
out has Refused, see below: nothing was rehearsed.
out lacks as wished
run apply -o json -y gone.yaml
exit 4
out has "applyable": false

file driver.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 12, driver: uio_pci_generic}}

run plan driver.yaml
exit 4
err
| driver.yaml:5:70: error: the driver uio_pci_generic is not registered with the PCI bus: a probe would bind nothing [driver-missing]
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 12, driver: uio_pci_generic}}
|                                                                      ^~~~~~~~~~~~~~~
| ~   hint: load *
run apply -o json -y driver.yaml
exit 4
out has "result": "waiting"

# a device that is not found adds nothing to what the rest comes to
file half.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 4}}
|       gone: {select: {pci: "0000:18:00.0"}, driver: none}
run plan half.yaml
exit 4
out has 1 to create (4 VFs), 0 to change, 0 to delete
