# One drive, and this machine has both ports of it: what the second has mounted is not taken through the first.
facts tests/facts/ports.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file absent.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {old: {state: absent, adopt: {nsid: 2, eui64: 0025385b71b00012}}}}
run apply -y --allow=data-loss:port0.ns.old,namespace-attached:port0.ns.old absent.yaml
exit 4
err has error: 0000:41:00.0 would lose namespace 2: nvme1n2 is mounted on /data [namespace-in-use]
err has hint: `umount /data`

# another one there is in nobody's use, and that can be seen here
file beside.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {old: {state: absent, adopt: {nsid: 3, eui64: 0025385b71b00013}}}}
run apply -y --allow=data-loss:port0.ns.old beside.yaml
exit 4
err has error: namespace 3 of 0000:31:00.0 is attached to controller 9, and not by pawl [namespace-attached]
err lacks [namespace-unseen]
run apply -y --allow=data-loss:port0.ns.old,namespace-attached:port0.ns.old beside.yaml
exit 0

# a guest that has the second port: of its controller nothing is known any more
modprobe vfio-pci
write sys/bus/pci/devices/0000:41:00.0/driver_override vfio-pci
write sys/bus/pci/drivers/nvme/unbind 0000:41:00.0
write sys/bus/pci/drivers_probe 0000:41:00.0
run apply -y --allow=data-loss:port0.ns.old,namespace-attached:port0.ns.old absent.yaml
exit 4
err has [namespace-unseen]
