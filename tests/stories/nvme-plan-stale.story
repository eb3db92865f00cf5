# A saved plan makes a namespace, and somebody makes one by hand before it is applied: the step looks the same, and it is not
# said that the saved plan has no such step.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about what is refused

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {c: {size: 5GiB, pf: true}}}
run plan --out p.plan wish.yaml
exit 0
write nvme/0000:31:00.0/ns/by-hand create:2097152x512
run apply -y p.plan
exit 6
err has its namespace would go (none) -> 5 GiB in blocks of 512 B, which the saved plan does to what was there before: 2 (1 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000001) came [stale-plan]
err lacks no such step
