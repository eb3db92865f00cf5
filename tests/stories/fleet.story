# A directory of configuration: classes in one file, each host in its own; the host's word stands over its classes'.
facts tests/facts/lab-x86.json
lab x86

file fleet/00-classes.yaml
| pawl: 1
| defaults: {platform: vfio}
| classes:
|   nics:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 7, driver: absent-driver}, driver: absent-driver}
|   guests:
|     devices:
|       nic0: {vfs: {driver: none}}
|       nic1: {select: {pci: "0000:7f:00.0"}, vfs: {count: 1}}
|   unused:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {driver: none}}

file fleet/hosts/lab-x86.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     class: [nics, guests]
|     devices:
|       nic0: {vfs: {count: 2}, driver: null}     # what the class says of the driver is taken back
|       nic1: null

file fleet/hosts/other.yml
| pawl: 1
| hosts: {other: {class: [nics]}}

file fleet/hosts/.other.yaml.swp
| no YAML: [

file fleet/README
| no YAML: [

run validate fleet
exit 0
out
| 3 files, 2 hosts: fine

run apply -y fleet
exit 0
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.0 driver_override none
see 0000:02:10.2 driver_override none

# Given one by one, in any order, they mean the same.
run plan fleet/hosts/lab-x86.yaml fleet/00-classes.yaml
exit 0
out has nothing to do, the host is as wished

# --host takes a name of these files, and says which one was perhaps meant.
run plan --host othr fleet
exit 65
err has did you mean "other"?

# Each mistake of a class is told once, where it stands, also in a class that nobody names.
file fleet/00-classes.yaml
| pawl: 1
| classes:
|   nics:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: -1, drivr: none}}
|   guest: {class: [nics]}
|   unused: {devices: {nic0: {speed: 10}}, platform: vfoi}

file fleet/more.yaml
| pawl: 1
| defaults: {class: nics}
| classes: {guest: {}}
| hosts: {other: {class: [guest]}}

run validate fleet
exit 65
err
| fleet/00-classes.yaml:5:58: error: count: must be 0 to 65535, not -1 [bad-value]
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: -1, drivr: none}}
|                                                          ^~
| fleet/00-classes.yaml:5:62: error: unknown key "drivr" in nic0.vfs; did you mean "driver"? [unknown-key]
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: -1, drivr: none}}
|                                                              ^~~~~
|   hint: this version of pawl has these keys of nic0.vfs: count, driver, mac-base, groups
| fleet/00-classes.yaml:6:11: error: class guest may not name a class [class-in-class]
|   guest: {class: [nics]}
|           ^~~~~
|   hint: name it in the hosts: class: [one, other]
| fleet/00-classes.yaml:7:29: error: unknown key "speed" in nic0 [unknown-key]
|   unused: {devices: {nic0: {speed: 10}}, platform: vfoi}
|                             ^~~~~
|   hint: this version of pawl has these keys of nic0: select, expect, state, world, vfs, nvme, driver, eswitch
| fleet/00-classes.yaml:7:52: error: platform: must be vfio or virtcca, not "vfoi"; did you mean "vfio"? [bad-value]
|   unused: {devices: {nic0: {speed: 10}}, platform: vfoi}
|                                                    ^~~~
| fleet/hosts/lab-x86.yaml:4:19: error: no class is called "guests"; did you mean "guest"? [unknown-class]
|     class: [nics, guests]
|                   ^~~~~~
|   hint: give it under classes, or mend the name here
| fleet/hosts/lab-x86.yaml:7:13: warning: nic1: null takes back nothing: no class and no default of this host gives this HANDLE [null-for-nothing]
|       nic1: null
|             ^~~~
|   hint: is it spelt as there? what was meant is still wished for
| fleet/more.yaml:2:12: error: defaults may not name a class [class-in-class]
| defaults: {class: nics}
|            ^~~~~
|   hint: name it in the hosts: class: [one, other]
| fleet/more.yaml:3:11: error: class "guest" is given twice, first at fleet/00-classes.yaml:6:3 [duplicate-key]
| classes: {guest: {}}
|           ^~~~~
|   hint: keep one of the two
| fleet/more.yaml:4:9: error: host "other" is given twice, first at fleet/hosts/other.yml:2:9 [duplicate-key]
| hosts: {other: {class: [guest]}}
|         ^~~~~
|   hint: keep one of the two

run validate fleet/hosts
exit 65
err has no class is called "nics"

file empty/notes.txt
| nothing to read here

run plan empty
exit 65
err
| error: empty has no *.yaml and no *.yml file below it [empty-directory]
|   path: empty
|   hint: name the directory that has them
