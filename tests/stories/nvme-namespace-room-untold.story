# Of a drive that does not tell its capacity nobody knows what remains: a size is to be said.
facts tests/facts/lab-x86-drives.json
lab x86-drives

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {b: {size: all-remaining}}}
run plan wish.yaml
exit 4
err has wish.yaml:7:39: error: 0000:01:00.0 does not tell what it has left (TNVMCAP 0) [drive-full]
err has hint: say a size, as in `size: 100GiB`
err lacks no room left
