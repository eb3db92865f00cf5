# A reset, an unbinding or a new mode waited for a holder that no tool named, sometimes for ever (mig-parted#181,
# NVIDIA/gpu-operator#118, kubernetes-sigs/dra-driver-nvidia-gpu#1076). Who holds a device is asked first, and named.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file two.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file none.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}

run apply -y two.yaml
exit 0
hold 0000:02:10.2 web

# by name and number, in what is shown and in what is refused; and nothing waits
run show 0000:02:10.2
exit 0
out has USED BY
sh
| pawl show 0000:02:10.2 | grep -q '(process [0-9]*)'
run apply -y none.yaml
exit 4
err has 0000:02:10.2 (VF 1 of 0000:02:00.0) would go away: it is open in
err has hint: stop
err has [vfs-in-use]
see 0000:02:00.0 sriov_numvfs 2
see 0000:02:10.2 driver vfio-pci

# no word lets it pass: the kernel would wait, and pawl with it
run apply -y --allow=vfs-in-use none.yaml
exit 64

release 0000:02:10.2
run apply -y none.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 0
