# A name with nothing behind it is no wish, and where no class gives it, it takes nothing back: it was begun and forgotten.
# A word is said of it in any host, with classes or without.
facts tests/facts/stores.json
lab no: no machine is asked

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           namespaces:
|             a:
|             b: {size: 20GiB, vf: 1}
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme:
run validate wish.yaml
exit 0
err has wish.yaml:10:13: warning: a: nothing stands behind it, so that nothing is wished: no class and no default of this host gives this NAME [null-for-nothing]
err has wish.yaml:14:9: warning: nvme: nothing stands behind it, so that nothing is wished: no class and no default of this host gives this key [null-for-nothing]

# what a class gives is taken back so, and a class may say it for those that have it
file classes.yaml
| pawl: 1
| classes:
|   base:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 2}, nvme: {namespaces: {a: {size: 1GiB}}}}
|   bare:
|     devices: {ssd1: null}
| hosts:
|   stores:
|     class: [base, bare]
|     devices:
|       ssd0:
|         nvme:
|           namespaces:
|             a:
|             b: {size: 20GiB, vf: 1}
run validate classes.yaml
exit 0
err lacks null-for-nothing
