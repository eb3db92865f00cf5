# Of a host that is another one altogether ten differences are told, and all are counted.
facts examples/facts/kunpeng.json
lab no: no function of the lab has so many VFs
crash no: a saved plan is stale once a part of it is done; the way on is a new plan

file all.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, vfs: {count: 14, driver: none}}
file six.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, vfs: {count: 14, driver: none, groups: [{range: "0-5", driver: vfio-pci}]}}
run apply -y all.yaml
exit 0
run plan six.yaml --out p.plan
exit 0

write sys/bus/pci/devices/0000:a1:00.1/driver_override x
write sys/bus/pci/devices/0000:a1:00.2/driver_override x
write sys/bus/pci/devices/0000:a1:00.3/driver_override x
write sys/bus/pci/devices/0000:a1:00.4/driver_override x
write sys/bus/pci/devices/0000:a1:00.5/driver_override x
write sys/bus/pci/devices/0000:a1:00.6/driver_override x
write sys/bus/pci/devices/0000:a1:00.7/driver_override x
write sys/bus/pci/devices/0000:a1:01.0/driver_override x
write sys/bus/pci/devices/0000:a1:01.1/driver_override x
write sys/bus/pci/devices/0000:a1:01.2/driver_override x
write sys/bus/pci/devices/0000:a1:01.3/driver_override x
write sys/bus/pci/devices/0000:a1:01.4/driver_override x
run apply p.plan -y
exit 6
err has ssd0.vf.9: its override would go from x to none
err lacks ssd0.vf.10
err has of 18 steps; there are 2 more differences [stale-plan]
