# A handle that means another device now: what was set on the one before is not restored, whatever card is there.
facts examples/facts/kunpeng.json
lab no: the lab's machine is not booted twice in a story, nor do its cards change places

file first.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}
file then.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:98:00.0"}, vfs: {count: 1, driver: none}}

run apply -y first.yaml
exit 0
run apply -y then.yaml
exit 0
run restore
exit 0
err -

reboot
run restore
exit 0
out has verified, what the boot took away is back
err has nothing of 0000:17:00.0 is restored: nic0 is 0000:98:00.0 since, and which card is at 0000:17:00.0 now is not known [not-restored]
see 0000:17:00.0 sriov_numvfs 0
see 0000:98:00.0 sriov_numvfs 1
see 0000:98:01.0 driver_override none
run restore
exit 0
out has nothing to do

reboot
swap 0000:17:00.0 0000:98:00.1
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 0
see 0000:98:00.0 sriov_numvfs 1
see 0000:98:01.0 driver_override none

# a handle of its own, and nothing wished for it: no boot asks for it any more
file named.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       lan0: {select: {pci: "0000:17:00.0"}}
run apply -y named.yaml
exit 0
err has numvfs of 0000:17:00.0 is "0"; pawl had set "2"
run restore
exit 0
err lacks not-restored

# or with its VFs, and it comes back
file both.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:98:00.0"}, vfs: {count: 1, driver: none}}
|       lan0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}
run apply -y both.yaml
exit 0
reboot
run restore
exit 0
err lacks not-restored
see 0000:17:00.0 sriov_numvfs 2
see 0000:98:00.0 sriov_numvfs 1
