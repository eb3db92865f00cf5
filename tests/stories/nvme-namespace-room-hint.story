# How large a namespace may be is told to a hundredth: who has 3.8 GiB left is not told of 3.
facts tests/facts/drives.json
lab no: the facts are written by hand
crash no: nothing is applied

file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 10GiB, pf: true}, b: {size: 2TiB, pf: true}}}
run plan wish.yaml
exit 4
err has hint: say `size: 3906MiB` at most, or `size: all-remaining`
