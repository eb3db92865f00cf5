# Which namespace a name has the ledger alone knows. While it cannot be believed none is made: every run would make one
# more, and give it to the guest that has the first.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: no run changes anything once the ledger is damaged

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
run apply -y wish.yaml
exit 0
put var/lib/pawl/ledger
| {"crc":"20f9e413","event":"machine","seq":1,"version":1}
| {"crc":"4d9c3679","event":"hostage","seq":2,"soul":"new","version":0}
hold 0000:31:00.1 qemu
run apply -y wish.yaml
exit 4
err has [ledger-damaged]
run show -o json 0000:31:00.0
out lacks "nsid": 3,

# the way out that the gate names: a new ledger, and the file says which it is
put var/lib/pawl/ledger
file adopt.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0, adopt: {nsid: 2}}}}
run apply -y adopt.yaml
exit 0
run apply -y wish.yaml
exit 0
out has nothing to do
