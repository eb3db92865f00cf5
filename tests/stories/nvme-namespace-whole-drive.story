# Who gets the physical function of a drive gets all its namespaces: those that pawl has made or given away are asked
# about, by name, when the drive goes to vfio-pci, also by a rollback. A restore brings back what was allowed.
facts examples/facts/kunpeng.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file share.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         driver: nvme
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, namespaces: {x: {size: 1GiB, vf: 0}}}
file none.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, vfs: {count: 0}}
file whole.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, driver: vfio-pci}
|       ssd1: {select: {pci: "0000:a2:00.0"}, driver: vfio-pci}
file loose.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, driver: none}

# what is a stranger's is not asked about
run plan whole.yaml
exit 0
err lacks namespace-visible

run apply -y share.yaml
exit 0
run apply -y none.yaml
exit 0
run apply -y whole.yaml
exit 4
err has 0000:a1:00.0 goes to vfio-pci, and with it namespace 2, which pawl knows as ssd0.ns.x
err has `--allow=namespace-visible:ssd0.ns.x`
err lacks 0000:a2:00.0 goes
see 0000:a1:00.0 driver nvme
run apply -y --allow=namespace-visible:ssd0.ns.y whole.yaml
exit 4

# nobody gets what goes to no driver; who gets it after that is asked, with the drive mute
run apply -y loose.yaml
exit 0
err lacks namespace-visible
err has if it is to be deleted, do so before, while the drive has its nvme driver
run plan whole.yaml
exit 4
err has 0000:a1:00.0 goes to vfio-pci, and with it ssd0.ns.x, which pawl knows
run apply -y --target ssd0.driver share.yaml
exit 0

run apply -y --allow=namespace-visible:ssd0.ns.x whole.yaml
exit 0
err has hint: allowed by --allow=namespace-visible:ssd0.ns.x
reboot
modprobe vfio-pci
run restore
exit 0
see 0000:a1:00.0 driver vfio-pci

# the way back names itself, and offers nothing that does not help
run plan share.yaml
exit 4
err has apply once with `--target ssd0.driver`: then the drive has its driver
err lacks namespace-visible
run apply -y --target ssd0.driver share.yaml
exit 0
run rollback -y
exit 4
err has 0000:a1:00.0 goes to vfio-pci, and with it namespace 2, which pawl knows as ssd0.ns.x
run apply -y share.yaml
exit 0
