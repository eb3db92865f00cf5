# VFs that are to go with what they have of their drive, and do not: what cannot be taken back has not been done.
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
fail */sriov_numvfs 1
run apply -y none.yaml --allow=data-loss:ssd0.ns.a
exit 5
err has 2/4  done
err lacks 4/4
run show 31:00
exit 0
out has ssd0.ns.a  100 GiB
run apply -y none.yaml --allow=data-loss:ssd0.ns.a
exit 0
out has 2 of 2 steps done: verified
see 0000:31:00.0 sriov_numvfs 0
