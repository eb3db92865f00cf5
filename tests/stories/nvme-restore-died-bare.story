# A restore dies when its VFs are there, and autoprobe is not back. The files say nothing of drivers, so that no override is
# missing on them: the next restore puts autoprobe back.
facts tests/facts/stores.json
lab no: pawl dies at a chosen write
crash no: it dies already

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 2}, nvme: {vf-queues: 3, vf-interrupts: 2}}
|       ssd1: {select: {pci: "0000:41:00.0"}, vfs: {count: 2}, nvme: {vf-queues: 3, vf-interrupts: 2}}
run apply -y wish.yaml
exit 0
reboot
die */sriov_drivers_autoprobe 3
run restore
revive
see 0000:31:00.0 sriov_drivers_autoprobe 0
run restore
exit 0
see 0000:31:00.0 sriov_drivers_autoprobe 1
see 0000:41:00.0 sriov_drivers_autoprobe 1
run assert wish.yaml
exit 0
run restore
exit 0
out has nothing to do
