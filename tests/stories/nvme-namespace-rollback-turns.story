# Two VFs have changed their namespaces in a run that made more VFs. Its rollback makes them anew: what is to go from a VF
# goes while it is there, and all is given before a driver comes. Nothing is asked, for nobody sees what is another's.
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
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}, b: {size: 20GiB, vf: 1}}}
file grown.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 4, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {vf: 1}, b: {vf: 0}, c: {size: 1GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
run apply -y grown.yaml
exit 0
run rollback -y
exit 8
out has     2  ssd0.ns.a      controllers    vf.1 -> (none)
out has     3  ssd0.ns.b      controllers    vf.0 -> (none)
out has     4  ssd0.ns.c      controllers    vf.0 -> (none)
out has     5  ssd0.vfs       numvfs         4 -> 0
out has    16  ssd0.ns.a      controllers    (none) -> vf.0
out has    17  ssd0.ns.b      controllers    (none) -> vf.1
out has 18-19  ssd0.vf.[0-1]  driver         (no driver) -> vfio-pci
out has 19 of 19 steps done: verified, the run is taken back, but for what stays: see above.
see 0000:31:00.0 sriov_numvfs 2
see 0000:31:00.1 driver vfio-pci
see 0000:31:00.2 driver vfio-pci
run apply -y wish.yaml
exit 0
out has nothing to do
# and the rollback of the rollback
run rollback -y
exit 8
see 0000:31:00.0 sriov_numvfs 4
run plan grown.yaml
exit 0
out has nothing to do
