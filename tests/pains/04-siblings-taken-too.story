# One of four equal ports was for a guest. `vfio-pci.ids=8086:10ca` and `new_id` know no port, only a kind of card: the host's
# own ports went to vfio-pci with it (nasty#612, harvester/pcidevices#49), and numbered names moved at a boot (kubevirt#11815).
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
modprobe igbvf
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 3
see 0000:02:10.0 driver igbvf

# what they all are says nothing about which one is meant: no VF is taken by its kind
file kind.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       port: {select: {vendor: 0x8086, device: 0x10ca}, driver: vfio-pci}
run apply -y kind.yaml
exit 4
err has no PCI function has vendor 0x8086, device 0x10ca, save VFs, and a VF is meant by `pci` or `path` alone: 0000:02:10.[0,2,4] [device-not-found]
err has hint: compare with `pawl show`; write the address
see 0000:02:10.0 driver igbvf
see 0000:02:10.2 driver igbvf
see 0000:02:10.4 driver igbvf

file bridges.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       port: {select: {vendor: 0x1b36, device: 0x000c}, driver: vfio-pci}
run apply -y bridges.yaml
exit 4
err has [device-ambiguous]
err has 0000:00:04.0
err has 0000:00:05.0

# which one it is: that one, and those beside it keep their driver
file port.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       port: {select: {pci: "0000:02:10.2"}, driver: vfio-pci}
run plan port.yaml
exit 0
out lacks 0000:02:10.0
out lacks 0000:02:10.4
run apply -y port.yaml
exit 0
see 0000:02:10.0 driver igbvf
see 0000:02:10.2 driver vfio-pci
see 0000:02:10.4 driver igbvf

# nor does it stick to the kind: a port that comes later is the host's
write sys/bus/pci/drivers/igbvf/unbind 0000:02:10.4
write sys/bus/pci/drivers_probe 0000:02:10.4
see 0000:02:10.4 driver igbvf
run plan --detailed-exitcode port.yaml
exit 0
