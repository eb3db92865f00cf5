# Each guest is asked about by itself: what stops another one in the same plan is said of that one, once.
facts examples/facts/kunpeng.json
lab no: guests need libvirt, and a secure world a Kunpeng
crash no: only plans

# One guest's device stays with the host's driver, on another card than the confidential guest's
file apart.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}}
|       ssd0: {select: {pci: "0000:a1:00.0"}, world: ordinary}
|     guests:
|       c0: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
|       v0: {state: running, hostdevs: [{device: ssd0}]}
run plan --allow=guest-start:v0 apart.yaml
exit 0
err
| apart.yaml:10:39: warning: v0 could not start: ssd0 has nvme then, not vfio-pci [guest-start]
|       v0: {state: running, hostdevs: [{device: ssd0}]}
|                                       ^~~~~~~~~~~~~~
|   hint: allowed by --allow=guest-start:v0

# Both are to have one function: the files tell, and both are named
file both.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, vfs: {count: 4, groups: [{range: "0-1", driver: vfio-pci}]}}
|     guests:
|       c0: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
|       c1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
run plan both.yaml
exit 65
err
| both.yaml:9:62: error: c0 and c1 are both to run with nic0.vf.0, the other one at both.yaml:8 [hostdev-of-two]
|       c1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
|                                                              ^~~~~~~~~~~~~~~~~~~
|   hint: give one of them another function; or let one be `state: stopped` or `defined`

# Two of three cannot start, each for a reason of its own; the third waits for the first, and is all right
file devices.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic1: {select: {pci: "0000:98:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:a1:00.0"}, driver: vfio-pci}
run apply -y devices.yaml
exit 0
hold 0000:98:01.0 somebody
hold 0000:a1:00.0 somebody
file three.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic1: {select: {pci: "0000:98:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       ssd0: {select: {pci: "0000:a1:00.0"}, driver: vfio-pci}
|     guests:
|       vm1: {state: running, hostdevs: [{device: nic1.vf.0}]}
|       vm2: {state: running, hostdevs: [{device: ssd0}]}
|       vm3: {state: running, hostdevs: [{device: nic1.vf.1}]}
run plan three.yaml
exit 4
err
| ~ three.yaml:8:20: error: on a twin of this host the plan stops: * qemu:///system/vm1: 0000:98:01.0 is in use ?guest-start?
|       vm1: {state: running, hostdevs: [{device: nic1.vf.0}]}
|                    ^~~~~~~
| ~   hint: wish for *--allow=guest-start:vm1`
| ~ three.yaml:9:20: error: on a twin of this host the plan stops: * qemu:///system/vm2: 0000:a1:00.0 is in use ?guest-start?
|       vm2: {state: running, hostdevs: [{device: ssd0}]}
|                    ^~~~~~~
| ~   hint: wish for *--allow=guest-start:vm2`
run plan --allow=guest-start:vm1,guest-start:vm2 three.yaml
exit 0

# A driver that takes no such function stops all behind it: said once, and allowed for each guest by itself
file behind.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic2:
|         select: {pci: "0000:98:00.2"}
|         vfs: {count: 3, driver: vfio-pci, groups: [{range: "0", driver: hns3}]}
|     guests:
|       vm1: {state: running, hostdevs: [{device: nic2.vf.1}]}
|       vm2: {state: running, hostdevs: [{device: nic2.vf.2}]}
run plan behind.yaml
exit 4
err has behind.yaml:9:20: error: on a twin of this host the plan stops: driver of 0000:98:10.0 still reads
err lacks behind.yaml:10
run plan --allow=guest-start:vm1 behind.yaml
exit 4
err has behind.yaml:9:20: warning: on a twin of this host the plan stops
err has behind.yaml:10:20: error: on a twin of this host the plan stops
run plan --allow=guest-start behind.yaml
exit 0
