# A restore that can bring nothing back says so, and status and history tell of it to who was not there to read it.
facts tests/facts/lab-x86.json
lab no: the lab's machine is not booted twice in a story, nor do its cards change places
crash no: what a death leaves is another boot's to bring back

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

modprobe vfio-pci
run apply -y wish.yaml
exit 0
reboot
modprobe vfio-pci
swap 0000:01:00.0 0000:02:00.0
run restore
exit 1
out has Not all that the boot took away is back: see below what, and what helps.
err has [identity-changed]
run status
out has : not done
run history
out has 0 of 0 steps  not done
out has puts back what a boot took away

# put right, it is told no more
swap 0000:01:00.0 0000:02:00.0
run restore
exit 0
out has what the boot took away is back
see 0000:02:00.0 sriov_numvfs 2
see 0000:01:00.0 driver vfio-pci
run status
out lacks not done
