# What a file spells out though it is so anyway makes no other plan: the id is of what is asked and found.
facts tests/facts/lab-x86.json
lab no: both plans are made from the same survey; the kernel has no part in it
file short.yaml
| pawl: 1
| classes:
|   c: {}
| hosts:
|   lab-x86:
|     class: [c]
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
file long.yaml
| pawl: 1
| classes:
|   c: {}
| hosts:
|   lab-x86:
|     class: [c, c]
|     match: {hostname: lab-x86}
|     platform: vfio
|     state: present
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         expect: 1
|         state: present
|         vfs: {count: 2, driver: none, groups: []}

run plan short.yaml
exit 0
run plan long.yaml
exit 0
out begins as before
