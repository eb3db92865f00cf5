# --target: what it names and what that stands on; gates are asked about these alone.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: none}}
|       gone: {select: {pci: "0000:99:00.0"}, driver: none}

run plan wish.yaml
exit 4
err has [device-not-found]

run plan --target nic1 wish.yaml
exit 64
err has --target nic1 names nothing that is wished for this host; did you mean nic0?

# near ones, as they are printed; and what is printed can be given
run plan --target nic0.vf.7 wish.yaml
exit 64
err has there is: nic0, nic0.vfs, nic0.vf.[0-1]
run plan --target disk wish.yaml
exit 64
err has there is: nic0, ssd0, gone
run plan --target nic0.vf.[0-1] wish.yaml
exit 0
err has left out by --target: ssd0, gone
out has ~ 3-4  nic0.vf.[0-1]
run plan --target nic0.vf.[1] wish.yaml
exit 0
out lacks nic0.vf.0
run plan --target * wish.yaml
exit 4
run plan --target *.vfs wish.yaml
exit 0
err has left out by --target: gone

run plan --target ssd0 wish.yaml
exit 0
err has left out by --target: nic0, gone
out has 4 steps on 1 device

run apply -y --target ssd0 wish.yaml
exit 0
out has verified, what --target names is as wished.
see 0000:01:00.0 sriov_numvfs 1
see 0000:02:00.0 sriov_numvfs 0

# of the host nothing is said by that
run plan --target ssd0 wish.yaml
exit 0
out has nothing to do, what --target names is as wished.
run assert --target ssd0 wish.yaml
exit 0
out has lab-x86: what --target names is as wished.

# one VF, with the pool that makes it
run apply -y --target nic0.vf.1 wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver_override -
see 0000:02:10.2 driver_override none

# of VFs that are named none may be missing
run plan --target nic0.vf.[0-9] wish.yaml
exit 64
err has --target nic0.vf.[0-9] means 10 objects, and of 2 of them something is wished
err has there is: nic0.vf.[0-1]

run rehearse --target nic0 wish.yaml
exit 0

# which world a device is promised to stands beside it
file world.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, world: ordinary, driver: none}
run plan world.yaml
exit 4
out has driver igb  world ordinary
