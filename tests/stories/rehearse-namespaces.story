# The end state of a rehearsal has the drives of the wish: what they have left, and where their namespaces go, by the names that
# pawl knows them by from then on.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the deaths of other stories fall between the same writes

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
|           namespaces: {a: {size: 100GiB, vf: 0}, b: {size: 20GiB, vf: 1}}
run rehearse wish.yaml
exit 0
out has  +     9  ssd0.ns.a      namespace
out has 3 to create (2 VFs, 2 namespaces), 4 to change, 0 to delete
out has 3.49 TiB  3.27 TiB
out has 2          ssd0.ns.a  100 GiB  512 B  2           ssd0.vf.0
out has 3          ssd0.ns.b  20 GiB   512 B  3           ssd0.vf.1
# the other drive is nobody's here
out lacks 0000:41:00.0
run rehearse -o json wish.yaml
exit 0
out has "name": "ssd0.ns.b",

# so has the machine, for programs too, once the plan is applied
run apply -y wish.yaml
exit 0
run show -o json 0000:31:00.0
out has       "known_namespaces": [
out has           "name": "ssd0.ns.a",
out has           "nsid": 2

# what is allowed of the plan is not told of the twin again
file absent.yaml
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
|           namespaces: {a: {state: absent}, b: {size: 20GiB, vf: 1}}
run rehearse --allow=data-loss:ssd0.ns.a absent.yaml
exit 0
out lacks ssd0.ns.a  100 GiB
err has would be deleted with all that is stored in it [data-loss]
err lacks on the twin
