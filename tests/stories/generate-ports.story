# A drive with two ports: a file to begin with has each of its namespaces once, below who has it.
facts tests/facts/ports.json
lab no: QEMU's drives have one port each
crash no: the deaths of other stories fall between the same writes

run generate
exit 0
out has ns1: {size: 100GiB, pf: true, shared: true, adopt: {nsid: 1,
out has ns2: {size: 100GiB, pf: true, adopt: {nsid: 2,
out lacks ns1: {adopt
out lacks ns2: {adopt

# of those that nobody has, below the first port
write nvme/0000:31:00.0/namespace/1 detach:1
write nvme/0000:31:00.0/namespace/2 detach:9
write nvme/0000:31:00.0/namespace/3 detach:9
run generate
exit 0
out
| ~ #*
| ~ #*
| ~ #*
| pawl: 1
| hosts:
|   "ports":
|     devices:
| ~       # NVMe: *
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         # vfs:
| ~         #   count:*
| ~         #   driver:*
| ~         #   groups:*
|         # nvme:
| ~         #   vf-queues:*
| ~         #   vf-interrupts:*
|         #   namespaces:
|         #     ns1: {adopt: {nsid: 1, eui64: "0025385b71b00001"}}
|         #     ns2: {adopt: {nsid: 2, eui64: "0025385b71b00012"}}
|         #     ns3: {adopt: {nsid: 3, eui64: "0025385b71b00013"}}
|         #     new:
| ~         #       size:*
| ~         #       block-size:*
| ~         #       vf:*
| ~         #       pf:*
| ~         #       controllers:*
| ~         #       shared:*
| ~         # driver:*
| ~       # NVMe: *
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         # vfs:
|         #   count: 0
|         #   driver:
|         #   groups:
|         # nvme:
|         #   vf-queues:
|         #   vf-interrupts:
|         #   namespaces:
|         #     new:
|         #       size:
|         #       block-size:
|         #       vf:
|         #       pf:
|         #       controllers:
|         #       shared:
|         # driver: nvme
