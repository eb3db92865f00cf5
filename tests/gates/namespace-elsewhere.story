# Somebody has given it to another controller: who has it may use it, and pawl takes back what pawl gave.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing is written but by hand

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
run apply -y wish.yaml
exit 0
write nvme/0000:31:00.0/namespace/2 detach:1
write nvme/0000:31:00.0/namespace/2 attach:5
run apply -y wish.yaml
exit 4
err has wish.yaml:7:49: error: namespace 2 is attached to vf.3, and the wish is for pf [namespace-elsewhere]
err has hint: when nobody uses it there, take it away: `nvme detach-ns /dev/$(ls /sys/bus/pci/devices/0000:31:00.0/nvme) -n 2 -c 5`
run assert wish.yaml
exit 2
out has ssd0.ns.a  attached: pf wanted, vf.3 found

# who has it may have it mounted
file mounted.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {srv: {adopt: {nsid: 1}, vf: 0}}}
run plan mounted.yaml
exit 4
err has error: namespace 1 is attached to pf, and the wish is for vf.0 [namespace-elsewhere]
err has hint: it is in use: nvme0n1p1 is mounted on /srv; when it is no more, take it away: `nvme detach-ns /dev/$(ls /sys/bus/pci/devices/0000:31:00.0/nvme) -n 1 -c 1`
