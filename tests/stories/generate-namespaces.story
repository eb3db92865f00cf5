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
