# A root port's driver is not taken away.
facts examples/facts/kunpeng.json
lab no: the facts are a Kunpeng server's

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       port:
|         select: {pci: "0000:16:00.0"}
|         driver: vfio-pci

run apply -y wish.yaml
exit 4
err has 0000:16:00.0 is a bridge: everything below it depends on its driver [bridge-driver]
see 0000:16:00.0 driver pcieport
