# Who goes on with a run that was to delete says again what: of an earlier run's word none is kept.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 100GiB, pf: true}}}
run apply -y wish.yaml
exit 0
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {state: absent}}}
fail nvme/*/ns/*
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 5
run resume -y
exit 4
err has [data-loss]
run resume -y --allow=data-loss:ssd0.ns.db
exit 0
run apply -y absent.yaml
exit 0
out has nothing to do

# a name that is free again may be given again
run apply -y wish.yaml
exit 0
run plan --detailed-exitcode wish.yaml
exit 0
