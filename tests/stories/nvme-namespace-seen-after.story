# What a VF finds once it is there a gate sees when all is done: the run says that the host is not as it is to be, and not that
# nothing was changed.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about what a run says at its end

file n.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: false}}}
file v.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1}
run apply -y n.yaml
exit 0
meanwhile */sriov_numvfs write nvme/0000:31:00.0/namespace/2 attach:2
run apply -y v.yaml
exit 7
out has 1 of 1 step done: verified, the host is as wished; see below what is wrong all the same
err has VF 0 of 0000:31:00.0 has namespace 2, which pawl knows as ssd0.ns.a
