# Whatever pawl says of namespaces it says in the words of the files and in sizes: VFs by their names, not by the ids of
# their controllers, and no word of its own notation. Programs are told the same.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: a drive that refuses is what it is about
modprobe vfio-pci

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces: {a: {size: 100GiB, vf: 0}, b: {size: 20GiB, vf: 1}}
file moved.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces: {a: {size: 100GiB, vf: 1}, b: {size: 20GiB, vf: 1}}

# the drive refuses to make one
fail nvme/*/ns/*
run apply -y wish.yaml
exit 5
err has the drive does not take (none) -> 100 GiB in blocks of 512 B as namespace of 0000:31:00.0 [not-taken]
err has ssd0.ns.a  0000:31:00.0  namespace (none) -> 100 GiB in blocks of 512 B
err lacks x512
run status
out has ssd0.ns.a (0000:31:00.0): namespace (none) -> 100 GiB in blocks of 512 B: refused
out lacks x512
run apply -y wish.yaml
exit 0

# who is to have it
run plan moved.yaml
exit 0
out has ssd0.ns.a  controllers  vf.0 -> (none)
out has why      attached: vf.1 wanted, vf.0 found
out has ssd0.ns.a  controllers  (none) -> vf.1
run assert moved.yaml
exit 2
out has attached: vf.1 wanted, vf.0 found
run plan -o dot moved.yaml
exit 0
out has ssd0.ns.a\ncontrollers vf.0 -> (none)
out lacks x512
run plan -o json moved.yaml
exit 0
out has "change": "(none) -> vf.1"
out has "target": "0000:31:00.0 nsid 2"
out has "before": "vf.0"
out has "after": "vf.1"
out has "namespace": "2 (100 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000001)"
out has "attached": "vf.0"
out lacks x512
out lacks "held"
out lacks "rival"
fail nvme/*/namespace/*
run apply -y moved.yaml
exit 1
err has the drive does not take vf.0 -> (none) as controllers of 0000:31:00.0 nsid 2 [not-taken]
err lacks x512
run status
out has ssd0.ns.a (0000:31:00.0 nsid 2): controllers vf.0 -> (none): refused
out lacks x512
run apply -y moved.yaml
exit 0

# what pawl knows of it, and to whom it gave it
run ledger
out has 2 (100 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000001)  vf.1
out lacks x512
run ledger -o json
out has "is": "2 (100 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000200000001)"
out lacks x512
out has "given": [

# one more is made, and one is deleted
file more.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces: {a: {size: 100GiB, vf: 1}, b: {state: absent}, c: {size: 5GiB, vf: 0}, d: {size: 6GiB}}
run plan -o json more.yaml --allow=data-loss:ssd0.ns.b
exit 0
out has "target": "0000:31:00.0 ns ssd0.ns.b"
out has "before": "20 GiB in blocks of 512 B"
out has "after": "5 GiB in blocks of 512 B"
out has "namespace": "a new one (5 GiB in blocks of 512 B)"
out lacks x512
run apply -y --events more.yaml --allow=data-loss:ssd0.ns.b
exit 0
out has "after":"5 GiB in blocks of 512 B"
out has "target":"0000:31:00.0 nsid 3","before":"vf.1","after":""
out lacks x512
run status -o json
exit 0
out lacks x512
# it is interrupted: what has come is told, not all that was there before
file rest.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces: {a: {size: 100GiB, vf: 1}, c: {size: 5GiB, vf: 0}, d: {size: 6GiB}, e: {size: 7GiB}, f: {size: 8GiB}}
interrupt nvme/*/ns/* 1
run apply -y rest.yaml
exit 5
run status
exit 0
out has namespace (none) -> 7 GiB in blocks of 512 B: done, 5 (7 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000500000005) came
out lacks eui.0025385b71b00001
run status -o json
exit 0
out has "before": ""
out has "after": "7 GiB in blocks of 512 B"
out has "reads": "5 (7 GiB in blocks of 512 B, nguid.22c38d18ff10c95d0000000500000005) came"
out lacks x512
