# The number in the file is another namespace's by now: it is not taken for the one that is meant.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: nothing is written but by hand

file adopt.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 2}}}}
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent, adopt: {nsid: 2, nguid: 22c38d18ff10c95d0000000200000001}}}}
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
run apply -y adopt.yaml
exit 0
write nvme/0000:31:00.0/ns/by-hand delete:2
write nvme/0000:31:00.0/ns/by-hand create:4194304x512
run apply -y adopt.yaml
exit 4
err has adopt.yaml:7:40: error: 0000:31:00.0 has namespace 2 (2 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000002), and pawl knows ssd0.ns.a as 2 (1 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000001): a number alone does not tell which one it is to be [namespace-another]
run assert adopt.yaml
exit 4
err has [namespace-another]

# nor is what is some of what the file says deleted, or counted as gone
run apply -y --allow=data-loss:ssd0.ns.a absent.yaml
exit 4
err has 0000:31:00.0 has no namespace that is all that `adopt` says, and namespace 2 is some of it [namespace-another]
err has hint: if it is that one, say `adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000002"}`
run assert absent.yaml
exit 4
