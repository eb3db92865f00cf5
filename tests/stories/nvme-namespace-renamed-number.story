# Of a namespace that its drive tells nothing of but number and size, these are all that `adopt` can say: the name moves by
# them too, once no file has the old one.
facts tests/facts/lab-x86.json
lab x86

file first.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 2}, pf: false}}}
file both.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {a: {size: 64MiB, pf: false}, aa: {adopt: {nsid: 2}, pf: false}}}
file renamed.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {aa: {adopt: {nsid: 2}, pf: false}}}
run apply -y first.yaml
exit 0
run plan both.yaml
exit 4
err has one namespace has one name [namespace-named]
run apply -y renamed.yaml
exit 0
out has no step, 1 namespace gets another name.
err has namespace 2 of 0000:01:00.0 is known as ssd0.ns.a
err lacks namespace-left
run apply -y renamed.yaml
exit 0
err lacks namespace-takes-name
