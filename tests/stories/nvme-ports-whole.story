# One port of a drive goes away whole while the files share the drive out by the other: who gets the port gets at all.
facts tests/facts/ports.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about what is asked

modprobe vfio-pci
file both.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
|       port1: {select: {pci: "0000:41:00.0"}, driver: vfio-pci}
file after.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
file port1.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port1: {select: {pci: "0000:41:00.0"}, driver: vfio-pci}
run plan both.yaml
exit 4
err has port0.ns.a [namespace-visible]
err has `--allow=namespace-visible:port0.ns.a`
run apply -y after.yaml
exit 0
run apply -y port1.yaml
exit 4
err has 0000:41:00.0 goes to vfio-pci, and with it namespace 4, which pawl knows as port0.ns.a
run plan --allow=namespace-visible:port0.ns.a both.yaml
exit 4
err has warning: 0000:41:00.0 goes to vfio-pci, and with it all of the drive that the files share out: port0.ns.a
err has nvme1n2 is mounted on /data [pf-in-use]
err lacks error: 0000:41:00.0 goes to vfio-pci
