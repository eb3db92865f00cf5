# Whether a card that sleeps is still the same cannot be told: that keeps back only what can never be undone.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, driver: vfio-pci}
file guest.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, driver: vfio-pci}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0}]}
file back.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, driver: hisdk3}

run apply -y wish.yaml
exit 0
asleep 0000:17:00.0

# as wished: nothing is asked, and what is not known now is not forgotten
run apply -y wish.yaml
exit 0
err lacks nic0
run assert wish.yaml
exit 0

# what can be undone goes on
run plan back.yaml
exit 0
err lacks identity-changed

run plan guest.yaml
exit 4
err has can never be taken back, and whether 0000:17:00.0 is the device that nic0 was when it was last applied is not known: serial number 033XYZ10L8000123 then, now asleep
err has `echo on > /sys/bus/pci/devices/0000:17:00.0/power/control`
err has [identity-changed]
run plan --allow=identity-changed:nic0 guest.yaml
exit 0

# its own driver shows the MAC again, and that is the same one
run apply -y back.yaml
exit 0
run plan back.yaml
exit 0
