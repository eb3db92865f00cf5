# More than a drive has left, and more namespaces than it can number.
facts tests/facts/stores.json
lab no: QEMU's drives tell no capacity (TNVMCAP 0)

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 3TiB}, b: {size: 1TiB}}}
run apply -y wish.yaml
exit 4
err has wish.yaml:7:56: error: with it 4398046511104 bytes are asked of 0000:31:00.0, which has 3733381799936 of its 3840755982336 left [drive-full]
err lacks wish.yaml:7:36

file many.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}, b: {size: 1GiB}, c: {size: 1GiB}, d: {size: 1GiB}, e: {size: 1GiB}, f: {size: 1GiB}, g: {size: 1GiB}, h: {size: 1GiB}}}
run apply -y many.yaml
exit 4
err has 0000:31:00.0 numbers its namespaces up to 8, and has 1: with it there would be 8 more [drive-full]
