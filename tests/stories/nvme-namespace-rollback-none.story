# A run makes VFs where there were none, and gives one what the PF had. Its rollback takes all before the VFs go, and gives
# back to the controller of a VF what it had only when nobody has that VF any more.
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
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}, b: {size: 20GiB, pf: true}}}
file none.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 0}
file grown.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {pf: true}, b: {vf: 0}, c: {size: 1GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
run apply -y none.yaml
exit 0
run apply -y grown.yaml
exit 0
run rollback -y
exit 8
out has ~ 1  ssd0.ns.a  controllers  pf -> (none)
out has ~ 2  ssd0.ns.b  controllers  vf.0 -> (none)
out has ~ 3  ssd0.ns.c  controllers  vf.0 -> (none)
out has ~ 4  ssd0.ns.b  controllers  (none) -> pf
out has - 5  ssd0.vfs   numvfs       2 -> 0
out has ~ 6  ssd0.ns.a  controllers  (none) -> vf.0
out has 6 of 6 steps done: verified, the run is taken back, but for what stays: see above.
