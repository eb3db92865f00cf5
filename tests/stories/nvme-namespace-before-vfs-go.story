# VFs that go, and what they have of their drive with them: it is taken from them while they are there, so that
# no step speaks of a VF that is no more, and what is deleted is deleted last.
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
run apply -y wish.yaml
exit 0
file none.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 0}
|         nvme:
|           namespaces:
|             a: {state: absent}
|             b: {pf: false}
run plan none.yaml --allow=data-loss:ssd0.ns.a
exit 0
out
| ~ Plan * for stores: 4 steps on 1 device
|
| ssd0  0000:31:00.0  Red Hat QEMU NVM Express Controller  driver nvme
|    ~ 1  ssd0.ns.a  controllers  vf.0 -> (none)                        disrupts
|         why      state: absent wanted, present found (none.yaml:10:24)
|         affects  0000:31:00.1 loses a namespace
|         undo     controllers back to vf.0
|    ~ 2  ssd0.ns.b  controllers  vf.1 -> (none)                        disrupts
|         why      attached: none wanted, vf.1 found (none.yaml:11:13)
|         affects  0000:31:00.2 loses a namespace
|         undo     controllers back to vf.1
|    - 3  ssd0.vfs   numvfs       2 -> 0                                disrupts
|         why      count: 0 wanted, 2 found (none.yaml:7:22)
|         affects  0000:31:00.[1-2] (vfio-pci) go away
|         undo     numvfs back to 2
|    - 4  ssd0.ns.a  namespace    100 GiB in blocks of 512 B -> (none)
|         why      state: absent wanted, present found (none.yaml:10:24)
|         undo     never: the data is gone
|
| 0 to create, 1 to change, 2 to delete (2 VFs, 1 namespace); 3 disrupt; 1 LOSES DATA, no reboot.
| Next: pawl apply --allow data-loss:ssd0.ns.a none.yaml
# Of two VFs one is to stay: both go on the way there, and what each loses it loses before.
file one.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {pf: false}
|             b: {vf: 0}
run plan one.yaml
exit 0
out has ~   2  ssd0.ns.a  controllers    vf.0 -> (none)
out has ~   3  ssd0.ns.b  controllers    vf.1 -> (none)
out has -   4  ssd0.vfs   numvfs         2 -> 0
out has ~   9  ssd0.ns.b  controllers    (none) -> vf.0
run apply -y one.yaml
exit 0
run apply -y none.yaml --allow=data-loss:ssd0.ns.a
exit 0
see 0000:31:00.0 sriov_numvfs 0
run show 31:00
exit 0
out lacks ssd0.ns.a
out has ssd0.ns.b  20 GiB  512 B  -
