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
err has wish.yaml:7:56: error: with it 4 TiB are asked of 0000:31:00.0, which has 3.39 TiB left of its 3.49 TiB [drive-full]
err has hint: say `size: 404GiB` at most, or `size: all-remaining`
err lacks wish.yaml:7:36

run show
out has 3.49 TiB  3.39 TiB  1 of 8      0 of 32
out has 3.49 TiB  3.39 TiB  1 of 6      0 of 32

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
err has many.yaml:7:158: error: 0000:31:00.0 may have 8 namespaces, and 1 is there: 7 more can be made, and 8 are wished for [drive-full]
err has hint: wish for fewer; `pawl show` tells which namespaces the drive has

# one that has more numbers than it may have namespaces (MNAN), and sizes that are more than 64 bits together
file six.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}, b: {size: 1GiB}, c: {size: 1GiB}, d: {size: 1GiB}, e: {size: 1GiB}, f: {size: 1GiB}}}
run apply -y six.yaml
exit 4
err has 0000:41:00.0 may have 6 namespaces, and 1 is there: 5 more can be made, and 6 are wished for [drive-full]

file huge.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 8191PiB}, b: {size: 8191PiB}, c: {size: 8191PiB}}}
run apply -y huge.yaml
exit 4
err has with it 7.99 EiB are asked of 0000:31:00.0
err has with it 15.99 EiB are asked of 0000:31:00.0
err has hint: say `size: 3476GiB` at most
err has hint: wish for less of the others

# nothing remains: no size would help
file taken.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 3733381799936B}, b: {size: all-remaining}}}
run apply -y taken.yaml
exit 4
out has ssd0.ns.b  namespace  (none) -> nothing
err has taken.yaml:7:66: error: of the 3.39 TiB that 0000:31:00.0 has left nothing remains for it [drive-full]
err has hint: wish for less of the others; `pawl show` tells which
err lacks or say `size: all-remaining`
