# A guest that gets no function of this host is written under the host's lock alone; one that had some, under theirs.
facts examples/facts/kunpeng.json
lab no: the lab has no libvirt

file bare.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       web1: {state: running}
file has.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, world: ordinary, vfs: {count: 4, driver: vfio-pci}}
|     guests:
|       web1: {state: running, hostdevs: [{device: ssd0.vf.1}]}
file stop.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       web1: {state: stopped}

run apply -y bare.yaml
exit 0
out has verified, the host is as wished
run apply -y stop.yaml
exit 0
run apply -y has.yaml
exit 0
run apply -y stop.yaml
exit 0
out has verified, the host is as wished
out lacks none 0000:a1:00.2 -> none

# its functions are no word's of the files: they stay, and no start hands them out unsaid
run plan --detailed-exitcode bare.yaml
exit 65
err has it is to be started, and has 0000:a1:00.2, of which `hostdevs` says nothing [hostdevs-not-given]
run apply -y has.yaml
exit 0
run plan --detailed-exitcode bare.yaml
exit 0
out has nothing to do
