# Somebody has deleted one namespace by hand and given another away, and the file wants a third larger than it is. All of it
# is told at once, beside the plan of all else; nothing is planned for the three, and nothing at all is done.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: what is done by hand comes once

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
|             c: {size: 1GiB}
|             d: {size: 1GiB}
file more.yaml
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
|             c: {size: 2GiB, pf: true}
|             d: {state: absent}
|             e: {size: 3GiB, pf: true}
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: none}
run apply -y wish.yaml
exit 0
write nvme/0000:31:00.0/namespace/2 detach:2
write nvme/0000:31:00.0/ns/by-hand delete:2
write nvme/0000:31:00.0/namespace/3 detach:3
write nvme/0000:31:00.0/namespace/3 attach:5

run plan --allow=data-loss:ssd0.ns.d more.yaml
exit 4
out has steps on 2 devices, REFUSED
out has ssd0.ns.e  namespace    (none) -> 3 GiB in blocks of 512 B
out has ssd0.ns.d  namespace    1 GiB in blocks of 512 B -> (none)
out has ssd1.vfs   numvfs
out lacks ssd0.ns.a
out lacks ssd0.ns.b
out lacks ssd0.ns.c
out has Refused, see below: nothing can be applied until that is solved, or left out with --target.
err has more.yaml:12:13: error: 0000:31:00.0 has no namespace any more that is the one that ssd0.ns.a was
err has more.yaml:13:34: error: namespace 3 is attached to vf.3, and the wish is for vf.1 [namespace-elsewhere]
err has more.yaml:14:23: error: namespace 4 has 1 GiB, and 2 GiB is wished for: pawl resizes none [namespace-differs]
run apply -y --allow=data-loss:ssd0.ns.d more.yaml
exit 4
see 0000:41:00.0 sriov_numvfs 0
run rehearse --allow=data-loss:ssd0.ns.d more.yaml
exit 4
out has nothing was rehearsed
run plan --allow=data-loss:ssd0.ns.d --out saved.plan more.yaml
exit 4
err has [not-saved]
run plan -o json more.yaml
exit 4
out has "applyable": false
out has "id": "namespace-gone"
out has "id": "namespace-elsewhere"
out has "id": "namespace-differs"
run assert more.yaml
exit 2
out has stores is not as wished
out has ssd0.ns.a  state: present wanted, absent found (more.yaml:12:13)
out has ssd0.ns.b  attached: vf.1 wanted, vf.3 found
out has ssd0.ns.c  size: 2GiB wanted, 1GiB found (more.yaml:14:23); attached: pf wanted, none found
out has ssd0.ns.d  state: absent wanted, present found
run assert -o json wish.yaml
exit 2
out has "wanted": "vf.1"
out has "found": "vf.3"

# a plan that was saved before, and has a step that nobody can do any more, tells why
file saved.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {d: {size: 1GiB, pf: true}}}
run plan --out saved.plan --allow=namespace-visible saved.yaml
exit 0
write nvme/0000:31:00.0/namespace/5 attach:4
run apply -y saved.plan
exit 4
err has namespace 5 is attached to vf.2, and the wish is for pf [namespace-elsewhere]
err lacks as the saved plan wishes already
write nvme/0000:31:00.0/namespace/5 detach:4

# what is left out does not stand in the way of the rest, and nothing of it is touched
run apply -y --target ssd1 --target ssd0.ns.e more.yaml
exit 0
out lacks ssd0.ns.a
see 0000:41:00.0 sriov_numvfs 1
run show 0000:31:00.0
out has vf.3

# once each is settled the rest goes on
write nvme/0000:31:00.0/namespace/3 detach:5
file settled.yaml
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
|             a: {state: absent}
|             b: {size: 20GiB, vf: 1}
|             c: {size: 1GiB, pf: true}
|             d: {size: 1GiB}
|             e: {size: 3GiB, pf: true}
run apply -y settled.yaml
exit 0
run assert settled.yaml
exit 0
