# What the driver of a physical function does not have is told as that, and the VF is not bound after it.
facts tests/facts/lab-x86.json
lab x86
crash no: a refused setting ends a run with 5 or, when nothing else was left to do, with 1

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 1
|           groups:
|             - {range: "0", driver: vfio-pci, net: {link-state: enable}}

modprobe vfio-pci
run apply -y wish.yaml
exit 5
err has the kernel does not take "enable" as vf_link_state of 0000:02:00.0 vf 0
err has path: /sys/class/net/eth0: Operation not supported
err has the driver has no such setting: leave it out of the wish
see 0000:02:10.0 driver -
