# A drive with two ports on one host: a namespace that is made at one port stands at both, and who has it, too (NVM
# Express Base Specification 2.0, 2.4, 5.22 and 5.23). What the steps at one port make those at the other find.
facts tests/facts/ports.json
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
|         nvme: {namespaces: {b: {size: 2GiB, pf: true}, c: {size: 4GiB, shared: true, controllers: [1, 9]}}}
run apply -y both.yaml
exit 0
run plan --detailed-exitcode both.yaml
exit 0
run show
out has 0000:31:00.0  4          port0.ns.a  1 GiB
out has 0000:41:00.0  4          port0.ns.a  1 GiB
out has 0000:31:00.0  6          port1.ns.c  4 GiB    512 B  1,9         itself, 0000:41:00.0  yes
out has 0000:41:00.0  6          port1.ns.c  4 GiB

# one namespace has one name, by whichever port it is called
file names.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {mine: {adopt: {nsid: 2, eui64: 0025385b71b00012}, pf: true}}}
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {yours: {adopt: {nsid: 2, eui64: 0025385b71b00012}, pf: true}}}
run plan names.yaml
exit 4
err has namespace 2 of 0000:31:00.0 is port1.ns.yours as well: one namespace has one name [namespace-named]

# the room is one drive's: each would fit alone
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

# what is deleted at one port is gone from the other, and makes room there: its number is given out again
file less.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {state: absent}}}
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme:
|           namespaces:
|             b: {size: 2GiB, pf: true}
|             c: {size: 4GiB, shared: true, controllers: [9]}
|             d: {size: all-remaining}
run apply -y --allow=data-loss:port0.ns.a less.yaml
exit 0
run plan --detailed-exitcode less.yaml
exit 0
run show
out has 0000:31:00.0  4

# whose driver was away finds them when it is back
write sys/bus/pci/drivers/nvme/unbind 0000:31:00.0
file one.yaml
| pawl: 1
| hosts:
|   ports:
|     devices:
|       port1:
|         select: {pci: "0000:41:00.0"}
|         nvme:
|           namespaces:
|             b: {state: absent}
|             c: {size: 4GiB, shared: true, controllers: [9]}
|             d: {size: all-remaining}
run apply -y --allow=data-loss:port1.ns.b one.yaml
exit 0
run show
out lacks 0000:31:00.0  4
write sys/bus/pci/drivers/nvme/bind 0000:31:00.0
run show
out has 0000:31:00.0  4
out lacks 0000:31:00.0  5
