# A drive with two ports that tells no list of its controllers: that they are one its subsystem's name tells (SUBNQN, NVM
# Express Base Specification 2.0, 5.17.2.1). Room is counted once, and what is made at one port stands at both.
facts tests/facts/ports-silent.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

file both.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 1GiB, pf: true}}}
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {b: {size: 2GiB, pf: true}}}
run apply -y both.yaml
exit 0
run plan --detailed-exitcode both.yaml
exit 0
run show
out has 0000:31:00.0  4          port0.ns.a  1 GiB
out has 0000:41:00.0  4          port0.ns.a  1 GiB
run show -o json
out has "subnqn": "nqn.2026-11.net.pawl:store:STORE0003"

file large.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {e: {size: 2TiB}}}
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {f: {size: 2TiB}}}
run plan large.yaml
exit 4
err has with it 4 TiB are asked of 0000:41:00.0, which has 3.19 TiB left of its 3.49 TiB [drive-full]

# facts have it
run facts capture
exit 0
out has "subnqn": "nqn.2026-11.net.pawl:store:STORE0003"
