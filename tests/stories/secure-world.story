# A confidential guest from YAML to its start: consent, then the switch that nobody can take back.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

run plan wish.yaml
exit 0
out
| ~ Plan ???????? for kp001: 11 steps on 1 device and 1 guest
|
| nic0  0000:17:00.0  Huawei Hi1822 Family  driver hisdk3  world secure
|    ~   1  nic0.vfs       autoprobe    1 -> 0                                   only until step 7
|    +   2  nic0.vfs       numvfs       0 -> 4
|    ~   3  nic0.vf.0      override     (not set) -> vfio-pci
|    ~ 4-6  nic0.vf.[1-3]  override     (not set) -> none                        for cvm1
|    ~   7  nic0.vfs       autoprobe    0 -> 1                                   puts back step 1
|    ~   8  nic0.vf.0      driver       (no driver) -> vfio-pci
|
| cvm1
| ~   !!   9  cvm1           consent      (none) -> ????????
|           why      state: running wanted, nothing found (wish.yaml:11:44); confidential: virtcca wanted,
|                    nothing found (wish.yaml:11:28); hostdevs: [{device: nic0.vf.0}] wanted,
|                    nothing found (wish.yaml:11:63)
|           undo     never, once a guest was started with it
|    ~  10  cvm1           guest        (not defined) -> virtcca with nic0.vf.0
|   !!  11  cvm1           guest_state  stopped -> running
|           affects  0000:17:00.[0-3], nic0.vf.[0-3] become secure, for good
|           undo     never: it cannot be taken back
|
| 2 to create (4 VFs), 4 to change, 0 to delete; 1 consent, 1 IRREVERSIBLE, no reboot.
| Next: pawl apply wish.yaml

# -y never covers it; what does is said
run apply -y wish.yaml
exit 4
err has step 9 is consent to what cannot be taken back, and -y does not cover that [not-accepted]
err has step 11 cannot be taken back, and -y does not cover that [not-accepted]
err has hint: look at `pawl plan`, then: pawl apply --accept-irreversible
see 0000:17:00.0 sriov_numvfs 0

# on a terminal it is asked for
answer yes
run apply wish.yaml
exit 0
err has Apply these 11 steps to kp001? 1 can NEVER be taken back. Only yes is taken: 
out has 11 of 11 steps done: verified, the host is as wished.
see 0000:17:01.0 driver vfio-pci
see 0000:17:01.1 driver_override none

run plan --detailed-exitcode wish.yaml
exit 0
