# A restore puts back what was applied, of the device that it was applied to: no newer file, no other card, nothing of
# what somebody has set since.
facts examples/facts/kunpeng.json
lab no: the lab's machine is not booted twice in a story, nor do its cards change places

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:a1:00.0"}, driver: none}
file newer.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 5, driver: none}}

run apply -y wish.yaml
exit 0
reboot
run restore newer.yaml
exit 64
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 2
see 0000:a1:00.0 driver_override none
run plan --detailed-exitcode newer.yaml
exit 2

# what is changed in the boot in which it was set or restored is somebody's word
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 0
run restore
exit 0
err has numvfs of 0000:17:00.0 is "0"; pawl had set "2", so this is somebody else's and stays, and so do its VFs
out has nothing to do

# and so is what no boot makes
reboot
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 1
run restore
exit 0
err has numvfs of 0000:17:00.0 is "1"; pawl had set "2", so this is somebody else's and stays, and so do its VFs
see 0000:17:00.0 sriov_numvfs 1
see 0000:a1:00.0 driver_override none
see 0000:a1:00.0 driver -

# who has made as many VFs as were applied has only begun
reboot
write sys/bus/pci/devices/0000:17:00.0/sriov_numvfs 2
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 2
run plan --detailed-exitcode wish.yaml
exit 0

# an apply before it has the last word, also on what it leaves out
reboot
run apply -y newer.yaml
exit 0
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 5

# also of VFs that the newer file has without a driver
file bare.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, vfs: {count: 3}}
reboot
run apply -y bare.yaml
exit 0
run restore
exit 0
see 0000:17:01.0 driver hisdk3
reboot
run restore
exit 0
see 0000:17:00.0 sriov_numvfs 3
see 0000:17:01.0 driver hisdk3

# another card stands there
reboot
swap 0000:17:00.0 0000:98:00.0
run restore
exit 1
err has 0000:17:00.0 is another device than when nic0 was last applied: serial number 033XYZ10L8000124, not 033XYZ10L8000123
see 0000:17:00.0 sriov_numvfs 0
see 0000:98:00.0 sriov_numvfs 0
see 0000:a1:00.0 driver_override none
