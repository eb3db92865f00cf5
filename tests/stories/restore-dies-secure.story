# A restore of what may still be secure dies between two drivers: what was there is put back all the same.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: it has a death of its own

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0: {select: {pci: "0000:a2:00.0"}, world: secure, driver: vfio-pci}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: ssd0}]}

answer yes
run apply wish.yaml
exit 0
reboot
see 0000:a2:00.0 driver nvme
die *drivers_probe
run restore
see 0000:a2:00.0 driver -
revive
run restore
exit 0
see 0000:a2:00.0 driver vfio-pci
