# Another drive stands where ssd0 was, and a file that wishes for its driver alone is allowed to mean it. What pawl set on the
# drive of before is not set on this one: restore makes no VFs of it, and gives no guest what somebody has made there.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file w.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 1GiB, vf: 0}}}
file driver.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         driver: nvme
run apply -y w.yaml
exit 0
reboot
swap 0000:31:00.0 0000:41:00.0
modprobe vfio-pci
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
write nvme/0000:31:00.0/namespace/2 attach:2
run restore
exit 1
err has [identity-changed]
run apply -y --allow=identity-changed:ssd0 driver.yaml
exit 0
out has nothing to do
run ledger
exit 0
out has ssd0.ns.a  0000:41:00.0
out lacks 0000:31:00.0 vf 0

# nor does the drive of before get what no handle means any more
run restore
exit 0
err has [not-restored]
see 0000:31:00.0 sriov_numvfs 0
see 0000:31:00.1 driver -
see 0000:41:00.0 sriov_numvfs 0
