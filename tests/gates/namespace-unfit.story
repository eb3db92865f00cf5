# Blocks that the drive has not, and controllers: nothing is begun.
facts tests/facts/stores.json
lab no: QEMU's drives have the same sizes of blocks, and make no namespaces
crash no: nothing is written

file blocks.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, block-size: 8192, pf: true}}}
run apply -y blocks.yaml
exit 4
err has blocks.yaml:7:57: error: 0000:31:00.0 has no blocks of 8192 B without metadata, but of: 512 B, 4096 B [namespace-unfit]

file controllers.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, shared: true, controllers: [1, 6]}}}
run apply -y controllers.yaml
exit 4
err has 0000:31:00.0 has no controller 6, but: 1-5,9 [namespace-unfit]
err lacks has no controller 1
