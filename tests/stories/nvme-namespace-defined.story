# A VF whose namespace no file names any more goes into the definition of another guest: it is asked then, as whoever
# starts that guest later asks nobody. Who has the VF in its definition already is given nothing.
facts tests/facts/stores-guests.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one wish alone

modprobe vfio-pci
file a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
|     guests:
|       g1:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
file d.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
|     guests:
|       g1:
|         state: stopped
|         hostdevs: [{device: ssd0.vf.1}]
|       g3:
|         state: defined
|         hostdevs: [{device: ssd0.vf.0}]
run apply -y a.yaml
exit 0
run apply -y d.yaml
exit 4
err has VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a, and it is not for who uses the VF from then on [namespace-visible]

# g1 comes back with its own
file back.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
|     guests:
|       g1:
|         state: defined
|         hostdevs: [{device: ssd0.vf.0}, {device: ssd0.vf.1}]
run plan back.yaml
exit 0
err lacks namespace-visible

# and who allows it gives it away
run apply -y --allow=namespace-visible:ssd0.ns.a d.yaml
exit 0
out has g3  guest        (not defined) -> ordinary with 0000:31:00.1
