# A restore dies before it writes the number of VFs: what was set on them went with the boot, and not with a number that
# never came. To run it again brings back all.
facts tests/facts/lab-x86.json
lab no: pawl dies at a chosen write
crash no: it has a death of its own

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, mac-base: "02:17:02:00:00:00", driver: none}}

run apply -y wish.yaml
exit 0
reboot
die *02:00.0/sriov_numvfs
run restore
see 0000:02:00.0 sriov_numvfs 0
revive
run restore
exit 0
see 0000:02:10.0 driver_override none
see 0000:02:10.2 driver_override none
run assert wish.yaml
exit 0

# but an apply that dies right after it has made them anew has the last word, also on what it leaves out
file bare.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}
modprobe igbvf
reboot
modprobe igbvf
die */journal 3
run apply -y bare.yaml
revive
see 0000:02:00.0 sriov_numvfs 2
run apply -y bare.yaml
exit 0
out has nothing to do
run restore
exit 0
see 0000:02:10.0 driver igbvf
