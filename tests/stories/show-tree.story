# Physical devices, their functions, their virtual functions, and who knows them.
facts tests/facts/lab-x86.json
lab no: the tree of the lab's machine is longer

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1}}

run apply -y wish.yaml
exit 0
run show --tree -f wish.yaml ssd0 nic0
exit 0
out
| ~ DEVICE           CLASS     NAME * GROUP *DRIVER  HANDLE *USERS
| 0000:01:00                 behind 0000:00:04.0, slot 0
| ~ `- 0000:01:00.0  NVMe * 7 *nvme    ssd0           nvme LABNVME0001
| ~    `- vf.\[0-1\]             0000:01:00.\[1-2\] * none    ssd0.vf.\[0-1\]
| 0000:02:00                 behind 0000:00:05.0, slot 0-2
| ~ `- 0000:02:00.0  Ethernet * igb     nic0           eth0
| ~    `- vf.0 *0000:02:10.0 *nic0.vf.0*
|
| ~ DRIVE * QUEUES * INTERRUPTS * ONLINE *
| ~ 0000:01:00.0  QEMU NVMe Ctrl * 0 of 2  ssd0
|
| ~ DRIVE * NAMESPACE *
| ~ 0000:01:00.0  1 * itself *
| ~ 0000:01:00.0  2 *
| ~ 0000:01:00.0  3 *
| ~ 0000:01:00.0  4 *
| ~ 0000:01:00.0  5 *

run show --tree -f wish.yaml ssd0.vf.1
exit 0
out has 0000:01:00.0
out has `- vf.1
out lacks vf.[0-1]
out lacks 0000:02:00
