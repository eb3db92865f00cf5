# The file stops g1 and gives VF 0 to g2, with its namespace c. `--target ssd0.ns.c` takes drivers of the VF along, and no
# guests: c is attached to the VF of g1, which runs, and g1 is left out.
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
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {c: {size: 1GiB, vf: 1}}}
|     guests:
|       g1:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
|       g2:
|         state: stopped
|         hostdevs: [{device: ssd0.vf.1}]
file c.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {c: {size: 1GiB, vf: 0}}}
|     guests:
|       g1:
|         state: stopped
|         hostdevs: [{device: ssd0.vf.1}]
|       g2:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
run apply -y a.yaml
exit 0
run apply -y --target ssd0.ns.c c.yaml
exit 4
err has VF 0 of 0000:31:00.0 would get the namespace while guest g1 has it, and by the files the VF is not for g1, which --target leaves out [namespace-visible]
err has hint: leave --target out, or name the guests of the VF with it as well
run show
out has ssd0.ns.c  1 GiB   512 B  3           vf.1

# a guest that no file names has the VF of another one
file g2.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {c: {size: 1GiB, vf: 0}}}
|     guests:
|       g2:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
run plan --target ssd0.ns.c g2.yaml
exit 4
err has while guest g1 has it, and by the files the VF is for g2, which --target leaves out [namespace-visible]

# who keeps its VF gets more with it, named or not
file more.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {c: {size: 1GiB, vf: 1}, d: {size: 1GiB, vf: 0}}}
|     guests:
|       g1:
|         state: running
|         hostdevs: [{device: ssd0.vf.0}]
run apply -y --target ssd0.ns.d more.yaml
exit 0
