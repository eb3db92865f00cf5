# Who has a VFIO group open uses its functions, and show says who that is.
facts tests/facts/lab-x86.json
lab x86 arm64
twin no: the kernel's own tables say who has a group open

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}

run apply -y wish.yaml
exit 0
run show
exit 0
out lacks USED BY
hold 0000:02:10.2 guest
run show
exit 0
out has 1 used
run show 0000:02:10.2
exit 0
out has (process
run show -o json 0000:02:10.0
exit 0
out lacks "vfio"
release 0000:02:10.2
run show
exit 0
out lacks USED BY
