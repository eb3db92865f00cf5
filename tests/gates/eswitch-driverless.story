# The embedded switch is the driver's: who takes the driver away cannot wish for a mode, be it the one of now.
facts tests/facts/switches.json
lab no: the facts are written by hand, no emulated card has an embedded switch

file none.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       bnx: {select: {pci: "0000:51:00.0"}, eswitch: legacy, driver: none}
run apply -y none.yaml
exit 4
err has 0000:51:00.0 would have no driver, and only a physical function's own driver has its embedded switch [eswitch-driverless]
see 0000:51:00.0 driver bnxt_en

file guest.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, eswitch: switchdev, driver: vfio-pci}
run apply -y guest.yaml
exit 4
err has 0000:31:00.0 would have vfio-pci, and only a physical function's own driver has its embedded switch [eswitch-driverless]
see 0000:31:00.0 driver ice

# a driver that is wished for is there by then
write sys/bus/pci/drivers/ice/unbind 0000:31:00.0
file mode.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, eswitch: switchdev}
run apply -y mode.yaml
exit 4
err has 0000:31:00.0 has no driver, and only a physical function's own driver has its embedded switch [eswitch-driverless]
file driver.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       ice: {select: {pci: "0000:31:00.0"}, eswitch: switchdev, driver: ice}
run apply -y driver.yaml
exit 0
see 0000:31:00.0 driver ice
