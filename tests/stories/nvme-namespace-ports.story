# Who uses a namespace through the other port of the drive keeps it, too.
facts tests/facts/lab-x86-ports.json
lab no: the lab holds a function by vfio alone, and a port that is asked has nvme

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-ports:
|     devices:
|       port0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 2}, shared: true, controllers: [9]}}}
run apply -y wish.yaml
exit 0

hold 0000:02:00.0 qemu
file less.yaml
| pawl: 1
| hosts:
|   lab-x86-ports:
|     devices:
|       port0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {a: {adopt: {nsid: 2}, shared: true, controllers: []}}}
run apply -y less.yaml
exit 4
err has 0000:02:00.0 would lose namespace 2: it is open in qemu
release 0000:02:00.0
run apply -y less.yaml
exit 0
out has port0.ns.a  controllers  controller 9 -> (none)
out has affects  0000:02:00.0 loses a namespace
