# Another size, other blocks, shared or not: none of it changes, and all of it is told at once, each where it is said.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing more is written

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB}}}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 2GiB, block-size: 4096, shared: true}}}
run apply -y wish.yaml
exit 0
run apply -y other.yaml
exit 4
err has other.yaml:7:39: error: namespace 2 has 1 GiB, and 2 GiB is wished for: pawl resizes none [namespace-differs]
err has hint: say `size: 1GiB`, or wish for another one under another name
err has hint: say `block-size: 512`, or wish for
err has hint: say `shared: false`, or wish for
err has other.yaml:7:57: error: namespace 2 has blocks of 512 B, not of 4096 B: pawl formats none [namespace-differs]
err has other.yaml:7:71: error: namespace 2 is private, and that is said when it is made [namespace-differs]
run assert other.yaml
exit 2
out has ssd0.ns.a  size: 2GiB wanted, 1GiB found (other.yaml:7:39); block-size: 4096 wanted, 512 found (other.yaml:7:57); shared: true wanted, false found (other.yaml:7:71)
# what is as good as the same is told to the byte
file near.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1048577KiB}}}
run apply -y near.yaml
exit 4
err has namespace 2 has 1GiB, and 1048577KiB is wished for: pawl resizes none [namespace-differs]
