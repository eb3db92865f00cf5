# A boot gives its own driver to a function that was secure as a whole: that one lets go, and what was there comes back.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

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
see 0000:a2:00.0 driver vfio-pci

reboot
see 0000:a2:00.0 driver nvme

# nothing else may become of it
file other.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0: {select: {pci: "0000:a2:00.0"}, world: secure, driver: pci-stub}
run apply -y other.yaml
exit 4
err has may still be secure: its driver is not put back to what it was, but becomes "pci-stub"
see 0000:a2:00.0 driver nvme

run restore
exit 0
out has verified, what the boot took away is back
see 0000:a2:00.0 driver vfio-pci
answer yes
run apply wish.yaml
exit 0
run assert wish.yaml
exit 0

# what is there as it was is not let go of
reboot
run restore
exit 0
file none.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0: {select: {pci: "0000:a2:00.0"}, world: secure, driver: none}
run apply -y none.yaml
exit 4
err has may still be secure: its driver is not put back to what it was, but becomes "" [secure-frozen]
see 0000:a2:00.0 driver vfio-pci
