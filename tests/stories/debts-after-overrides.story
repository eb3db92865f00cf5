# A run dies between making VFs and their overrides. Whoever goes on has autoprobe back as the run itself would: after
# the overrides, so that a module which is loaded meanwhile binds none of the VFs. Who has no word on them leaves it.
facts tests/facts/lab-x86.json
lab no: the moment of death is the twin's to choose
crash no: it has a death of its own each time

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 4, groups: [{range: "0-1", driver: none}, {range: "2-3", driver: vfio-pci}]}
file both.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: nvme}
file macs.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, mac-base: "02:17:02:00:00:00", driver: igbvf}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

# resume
modprobe vfio-pci
die */0000:02:10.0/driver_override
run apply -y wish.yaml
revive
see 0000:02:00.0 sriov_drivers_autoprobe 0
see 0000:02:00.0 sriov_numvfs 4
meanwhile */0000:02:10.0/driver_override modprobe igbvf
run resume -y
exit 0
err has 1/7  done      nic0.vf.0     0000:02:10.0  override (not set) -> none
err has 5/7  done      0000:02:00.0                autoprobe 0 -> 1
err has 6/7  done      nic0.vf.2     0000:02:10.4  driver (no driver) -> vfio-pci
see 0000:02:10.0 driver -
see 0000:02:10.2 driver -
see 0000:02:10.4 driver vfio-pci
see 0000:02:10.6 driver vfio-pci
see 0000:02:00.0 sriov_drivers_autoprobe 1

# apply
reboot
modprobe vfio-pci
die */0000:02:10.2/driver_override
run apply -y wish.yaml
revive
see 0000:02:00.0 sriov_drivers_autoprobe 0
meanwhile */0000:02:10.2/driver_override modprobe igbvf
run apply -y wish.yaml
exit 0
see 0000:02:10.2 driver -
see 0000:02:10.4 driver vfio-pci
see 0000:02:10.6 driver vfio-pci
see 0000:02:00.0 sriov_drivers_autoprobe 1

# a restore that dies, and goes on
reboot
modprobe vfio-pci
die */0000:02:10.0/driver_override
run restore
revive
see 0000:02:00.0 sriov_drivers_autoprobe 0
see 0000:02:00.0 sriov_numvfs 4
meanwhile */0000:02:10.0/driver_override modprobe igbvf
run restore
exit 0
see 0000:02:10.0 driver -
see 0000:02:10.4 driver vfio-pci
see 0000:02:00.0 sriov_drivers_autoprobe 1

# a restore in the same boot, and a run of another device, know nothing of these VFs: autoprobe waits for who does
run apply -y none.yaml
exit 0
die */0000:02:10.0/driver_override
run apply -y both.yaml
revive
run restore
exit 0
err has warning: 0000:02:00.0: autoprobe of 0000:02:00.0 stays "0" until its VFs have their overrides: any driver would bind them [left-temporary]
err has hint: `pawl status` tells which command goes on with the run that made them
see 0000:02:00.0 sriov_drivers_autoprobe 0
run apply -y --target ssd0 both.yaml
exit 0
err has left-temporary
see 0000:02:00.0 sriov_drivers_autoprobe 0
run status
out has Debts       autoprobe of 0000:02:00.0
run apply -y both.yaml
exit 0
see 0000:02:10.0 driver -
see 0000:02:00.0 sriov_drivers_autoprobe 1
run status
out has Debts       none

# who wishes for none of the VFs pays at once; so does who stops at one of them
run apply -y none.yaml
exit 0
die */0000:02:10.0/driver_override
run apply -y both.yaml
revive
fail */0000:02:10.2/driver_override
run apply -y both.yaml
exit 5
see 0000:02:10.0 driver_override none
see 0000:02:10.2 driver_override -
see 0000:02:10.4 driver_override -
see 0000:02:00.0 sriov_drivers_autoprobe 1
run apply -y none.yaml
exit 0
die */0000:02:10.0/driver_override
run apply -y both.yaml
revive
fail */sriov_numvfs
run apply -y none.yaml
exit 5
see 0000:02:00.0 sriov_numvfs 4
see 0000:02:00.0 sriov_drivers_autoprobe 1

# what a driver asks for when it probes comes before as well
run apply -y none.yaml
exit 0
die */0000:02:10.0/driver_override
run apply -y macs.yaml
revive
run apply -y macs.yaml
exit 0
see 0000:02:10.0 driver igbvf
see 0000:02:00.0 sriov_drivers_autoprobe 1
