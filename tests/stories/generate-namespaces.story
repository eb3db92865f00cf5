# A file to begin with has the namespaces that a drive has, by what they are known by, and what can be said of a new one.
facts tests/facts/stores.json
lab no: generate.story is played there

run generate
exit 0
out has         #   namespaces:
out has         #     ns1: {adopt: {nsid: 1, eui64: "0025385b71b00001"}}
out has         #     new:
out has         #       size:
out lacks null
file wish.yaml
| pawl: 1
| hosts:
|   "stores":
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme:
|           namespaces:
|             ns1: {adopt: {nsid: 1, eui64: "0025385b71b00001"}}
run plan --detailed-exitcode wish.yaml
exit 0
out has nothing to do, the host is as wished

# and once they are pawl's, by the names that it knows, with who has them; VFs with what they have
modprobe vfio-pci
file apply.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {db: {size: 100GiB, vf: 1}}}
run apply -y apply.yaml
exit 0
run generate
exit 0
out has         #   driver: vfio-pci
out has         #   vf-queues: 4
out has         #   vf-interrupts: 2
out has         #     db: {size: 100GiB, vf: 1, adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}}
out has         #     ns1: {size: 96GiB, pf: true, adopt: {nsid: 1, eui64: "0025385b71b00001"}}
out lacks       state:
