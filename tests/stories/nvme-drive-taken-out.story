# A drive is taken out, and another one is allowed in its place, on which the same names are made anew: what pawl knows of the
# names on the first waits for it under its serial number, and is found again when it is on the machine under another handle.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {size: 100GiB, vf: 0}
|             b: {size: 20GiB, vf: 1}
file own.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {vf: 0, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}
|             b: {vf: 1, adopt: {nsid: 3, nguid: "22c38d18ff10c95d0000000300000002"}}
run apply -y wish.yaml
exit 0

reboot
swap 0000:31:00.0 0000:41:00.0
write sys/bus/pci/devices/0000:41:00.0/remove 1
modprobe vfio-pci
run plan wish.yaml
exit 4
err has [identity-changed]
run plan --allow=identity-changed:ssd0 wish.yaml
exit 4
err has apply once with `state: absent`, then without
file none.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {state: absent}, b: {state: absent}}}
run apply -y --allow=identity-changed:ssd0 none.yaml
exit 0
run apply -y wish.yaml
exit 0
run ledger
exit 0
out has ssd0.ns.a  STORE0001@0000:31:00.0  namespace  2 (100 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000001)  controller 2
out has ssd0.ns.a  0000:31:00.0            namespace  2 (100 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000003)  vf.0

# the first is on the machine again
write sys/bus/pci/rescan 1
run apply -y own.yaml
exit 0
err has namespace 2 of 0000:41:00.0 is known as ssd0.ns.a
run ledger
exit 0
out lacks STORE0001@
run show 0000:41:00.0
exit 0
out has ssd1.ns.a
run show 0000:31:00.0
exit 0
out has ssd0.ns.a
