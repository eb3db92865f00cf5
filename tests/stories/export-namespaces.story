# The namespaces of a drive are exported as they are, each by what it is known by: a ledger that is lost takes none away.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {size: 100GiB, vf: 0}
|             b: {size: 1GiB, block-size: 4096, shared: true, controllers: [2, 3]}
|             c: {size: 1GiB}
run apply -y wish.yaml
exit 0
run export --out export.yaml
exit 0
run plan --detailed-exitcode export.yaml
exit 0
out has nothing to do, the host is as wished
run export
exit 0
out has namespaces:
out has ns1:
out has eui64: "0025385b71b00001"
out has a:
out has vf: 0
out has block-size: 4096
out has nguid:

# without its ledger pawl knows none of them but by what the file says
put var/lib/pawl/ledger
put var/lib/pawl/journal
run plan --detailed-exitcode export.yaml
exit 0
run apply -y export.yaml
exit 0
out has nothing to do
run plan --detailed-exitcode export.yaml
exit 0

# what is attached to the drive itself alone is as drives come
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 0}}
run export
exit 0
out lacks 0000:41:00.0
