# A VF's namespace has another name in the file: which it is is asked, and nobody is told to take it away or to delete it.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing is applied but the first wish
modprobe vfio-pci

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file renamed.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {aa: {size: 100GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
run plan renamed.yaml
exit 4
err has [namespace-renamed]
err has adopt: {nsid: 2
err lacks namespace-visible
err lacks which deletes it

# who lets that be so is asked what the VF would have then
run plan --allow=namespace-renamed renamed.yaml
exit 4
err has [namespace-visible]
