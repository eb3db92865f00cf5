# `adopt: {nsid: N}` may stay in a file for years, and numbers are given out again: once pawl knows a namespace by its name, a
# number alone makes it no other one.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: the deaths of other stories fall between the same writes

modprobe vfio-pci
file adopt.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 1}}}}
run apply -y adopt.yaml
exit 0

# somebody deletes it, and what he makes then has its number: his data goes to no guest
write nvme/0000:31:00.0/namespace/1 detach:1
write nvme/0000:31:00.0/ns/by-hand delete:1
write nvme/0000:31:00.0/ns/by-hand create:6442450944x512
file vf.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {adopt: {nsid: 1}, vf: 0}}}
run apply -y vf.yaml
exit 4
err has and pawl knows ssd0.ns.a as 1 (96 GiB in blocks of 512 B
err has a number alone does not tell which one it is to be [namespace-another]
err has hint: if it is the one that is meant, say `adopt: {nsid: 1, nguid: "
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent, adopt: {nsid: 1}}}}
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 4
err has [namespace-another]

# nor does a name go to another one by its number, and leave what it has been made for without any
file made.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {size: 100GiB}}}
run apply -y made.yaml
exit 0
file number.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {adopt: {nsid: 1}}}}
run apply -y number.yaml
exit 4
err has [namespace-another]

# who names a controller twice has meant another one
file twice.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, shared: true, controllers: [1, 1, 2]}}}
run validate twice.yaml
exit 65
err has controllers: one of them is there twice
