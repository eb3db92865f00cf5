# What the files have no more stays, and is said, until somebody says what is to become of it.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB, pf: true}, b: {size: 1GiB}}}
run apply -y wish.yaml
exit 0
err lacks [namespace-left]
file less.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {b: {size: 1GiB}}}
run plan less.yaml
exit 0
out has nothing to do
err has less.yaml:5:7: warning: namespace 2 of 0000:31:00.0, which pawl knows as ssd0.ns.a, is in no file any more: it stays [namespace-left]
err has hint: wish for it again: its name with `{}` under its drive changes nothing; or say `state: absent` of it

# what --target leaves out is in the files all the same
run plan --target ssd0.ns.b wish.yaml
exit 0
err lacks [namespace-left]

# nor is it said of what is gone
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}, b: {size: 1GiB}}}
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 0
run plan less.yaml
exit 0
err lacks [namespace-left]

# nor does any file have the drive any more, or its handle is another drive's now
file two.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {z: {size: 1GiB, pf: true}}}
run apply -y two.yaml
exit 0
file out.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1: {state: out-of-service, select: {pci: "0000:41:00.0"}}
file neither.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       nvme9: {select: {pci: "0000:31:00.0"}}
run plan --detailed-exitcode neither.yaml
exit 0
err has neither.yaml:3:3: warning: namespace 2 of 0000:41:00.0, which pawl knows as ssd1.ns.z, is in no file any more, nor is its drive: it stays [namespace-left]
run plan out.yaml
exit 0
err lacks ssd1.ns.z
