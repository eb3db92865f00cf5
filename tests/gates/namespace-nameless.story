# The ledger is lost: what is to be deleted would count as gone, while it is there with its data.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about a ledger that is gone

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {size: 10GiB, pf: true}}}
file absent.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {state: absent, size: 10GiB}}}
file adopt.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {state: absent, adopt: {nsid: 2, nguid: 22c38d18ff10c95d0000000200000001}}}}
run apply -y wish.yaml
exit 0
put var/lib/pawl/ledger
run apply -y --allow=data-loss:ssd0.ns.db absent.yaml
exit 4
err has absent.yaml:7:41: error: pawl does not know this name, and none for what may be it on 0000:31:00.0: 2 (10 GiB, attached to pf) [namespace-nameless]
err has hint: if it is that one, say `adopt: {nsid: 2, nguid: "22c38d18ff10c95d0000000200000001"}`, too; if it is none, leave the name out
run assert absent.yaml
exit 4

# without a size it may be any of them, and all are named: who has which tells the most
file any.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {db: {state: absent}}}
run plan any.yaml
exit 4
err has none for what may be it on 0000:31:00.0: 1 (96 GiB, attached to pf), 2 (10 GiB, attached to pf)
err has hint: say which it is, by what `pawl show` knows it as

# told, it is deleted; and the name is known from then on, as one that stands for nothing
run apply -y --allow=data-loss:ssd0.ns.db,namespace-attached:ssd0.ns.db adopt.yaml
exit 0
out has ssd0.ns.db  namespace    10 GiB in blocks of 512 B -> (none)
run apply -y absent.yaml
exit 0
out has nothing to do

# who lets a name be is asked about it once; of what fits no name of the file nobody is
file names.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {old: {state: absent}, small: {state: absent, size: 1GiB}, big: {state: absent, block-size: 4096}}}
run apply -y names.yaml
exit 4
err has pawl does not know this name, and none for what may be it on 0000:31:00.0: 1 (96 GiB, attached to pf)
err lacks ssd0.ns.small
err lacks ssd0.ns.big
run apply -y --allow=namespace-nameless:ssd0.ns.old names.yaml
exit 0
out has nothing to do
run apply -y names.yaml
exit 0
out has nothing to do

# the handle of its drive is another one in the files: what it stands for is known by the old name, and is not gone
file made.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {log: {size: 1GiB}}}
file handle.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {log: {state: absent}}}
run apply -y made.yaml
exit 0
run apply -y --allow=data-loss:disk1.ns.log handle.yaml
exit 4
err has handle.yaml:7:42: error: pawl knows no namespace of 0000:41:00.0 by this name, and one as ssd1.ns.log, which no file has any more [namespace-nameless]
err has hint: if it is to go, apply once with `adopt: {nsid: 2, nguid: "1042a18df64f38760000000200000002"}` and without `state`, which gives it this name
run assert handle.yaml
exit 4
