# A host is given up, and its file still names guests: none of them is wanted any more.
facts examples/facts/kunpeng.json
lab no: guests need libvirt

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic1: {select: {pci: "0000:98:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|     guests:
|       vm1: {state: defined, hostdevs: [{device: nic1.vf.0}]}
file absent.yaml
| pawl: 1
| hosts:
|   kp001:
|     state: absent
|     devices:
|       nic1: {select: {pci: "0000:98:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|     guests:
|       vm1: {state: running, hostdevs: [{device: nic1.vf.0}]}
run plan absent.yaml
exit 0
out has nothing to do, the host is as wished.
run apply -y wish.yaml
exit 0
run apply -y absent.yaml
exit 0
err has absent.yaml:8:7: note: vm1 is left over: it is defined as qemu:///system/vm1 [left-over]
see 0000:98:00.0 sriov_numvfs 0
run ledger
exit 0
out lacks numvfs
