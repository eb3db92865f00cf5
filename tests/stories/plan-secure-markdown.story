# What can never be taken back is not to be overlooked in a merge request either.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, vfs: {count: 8, groups: [{range: "0-1", driver: vfio-pci}]}}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
run plan -o markdown wish.yaml
exit 0
out
| ~ ## Plan ???????? for kp001: 16 steps
|
| **Asks for consent to what can never be taken back.**
|
| **1 of its steps can never be taken back.**
|
| ```
|
| nic0  0000:17:00.0  Huawei Hi1822 Family  driver hisdk3  world secure
|    ~     1  nic0.vfs       autoprobe    1 -> 0                                   only until step 11
|    +     2  nic0.vfs       numvfs       0 -> 8
|    ~   3-4  nic0.vf.[0-1]  override     (not set) -> vfio-pci
|    ~  5-10  nic0.vf.[2-7]  override     (not set) -> none                        for cvm1
|    ~    11  nic0.vfs       autoprobe    0 -> 1                                   puts back step 1
|    ~ 12-13  nic0.vf.[0-1]  driver       (no driver) -> vfio-pci
|
| cvm1
|   !!    14  cvm1           consent      (none) -> 253f6fd4
|             why      state: running wanted, nothing found (wish.yaml:8:44); confidential: virtcca wanted,
|                      nothing found (wish.yaml:8:28); hostdevs: [{device: nic0.vf.0}] wanted,
|                      nothing found (wish.yaml:8:63)
|             undo     never, once a guest was started with it
|    ~    15  cvm1           guest        (not defined) -> virtcca with nic0.vf.0
|   !!    16  cvm1           guest_state  stopped -> running
|             affects  0000:17:00.[0-3], nic0.vf.[0-7] become secure, for good
|             undo     never: it cannot be taken back
|
| 2 to create (8 VFs), 8 to change, 0 to delete; 1 consent, 1 IRREVERSIBLE, no reboot.
| ```
|
run plan -o json wish.yaml
out has "vfs_created": 8
out has "consents": 1
out has "irreversible": 1
