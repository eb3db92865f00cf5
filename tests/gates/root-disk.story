# The disk that the system runs from.
facts tests/facts/kunpeng-used.json
lab no: the facts are a Kunpeng server's; root-disk-live is played there

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       disk: {select: {pci: "0000:30:04.0"}, driver: vfio-pci}

run apply -y wish.yaml
exit 4
err has 0000:30:04.0 would lose its driver: sda2 holds / [root-disk]
err has hint: leave this device out: the system needs it for /
err lacks [pf-in-use]
see 0000:30:04.0 driver hisi_sas_v3_hw
