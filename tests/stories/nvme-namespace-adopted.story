# A namespace that is there is adopted, and its name stays with it: on a real drive, whose formats are told by its namespaces alone.
facts tests/facts/lab-x86-drives.json
lab x86-drives

file adopt.yaml
| pawl: 1
| hosts:
|   lab-x86-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {a: {size: 64MiB, adopt: {nsid: 1}, pf: true}}}
run apply -y adopt.yaml
exit 0
out has nothing to do
file plain.yaml
| pawl: 1
| hosts:
|   lab-x86-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {a: {size: 64MiB, pf: true}}}
run apply -y plain.yaml
exit 0
out has nothing to do
file renamed.yaml
| pawl: 1
| hosts:
|   lab-x86-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {b: {size: 64MiB, pf: true}}}
run apply -y renamed.yaml
exit 4
err has [namespace-renamed]
file blocks.yaml
| pawl: 1
| hosts:
|   lab-x86-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {c: {size: 1MiB, block-size: 8192}}}
run plan blocks.yaml
exit 4
err has no blocks of 8192 B without metadata, but of: 512 B, 4096 B [namespace-unfit]
run export --out export.yaml
exit 0
run plan --detailed-exitcode export.yaml
exit 0
out has nothing to do
