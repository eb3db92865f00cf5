# A drive that says it manages namespaces, and knows no such command: QEMU's has bit 3 of OACS set, and answers 001h.
# What is refused is told with the bit that lies; nothing was made.
facts tests/facts/lab-x86.json
lab x86 arm64
crash no: a refused command ends a run with 1

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {a: {size: 8MiB, pf: true}}}
run apply -y wish.yaml
exit 1
err has Namespace Management, create 16384x512: status 001h, Invalid Command Opcode (type 0h, code 01h)
err has hint: the drive says that it has Namespace Management (OACS bit 3), and does not do it: is there other firmware for it?
run plan wish.yaml
exit 0
out has ssd0.ns.a
