# A namespace that was there before pawl is adopted: its first name is told before it is given, is no difference, and
# who takes it out of the files again is shown first what keeps it.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about what is told

file adopt.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {srv: {adopt: {nsid: 1, eui64: "0025385b71b00001"}}, a: {size: 1GiB}}}
file own.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}}}
file kept.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}, srv: {}}}
run apply -y own.yaml
exit 0
run plan --detailed-exitcode adopt.yaml
exit 0
err has note: namespace 1 of 0000:31:00.0 has no name yet: an apply gives it the name ssd0.ns.srv, and changes nothing [namespace-takes-name]
run assert adopt.yaml
exit 0
run apply -y adopt.yaml
exit 0
run plan adopt.yaml
exit 0
err -
run plan own.yaml
exit 0
err has is in no file any more: it stays
err has wish for it again: its name with `{}` under its drive changes nothing; or say `state: absent` of it
run plan --detailed-exitcode kept.yaml
exit 0
err -
