# Whoever is not root may plan, and is told so when applying; nothing is touched.
facts tests/facts/lab-x86.json
lab no: the lab's guest has no other user

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

as user
run plan wish.yaml
exit 0
run apply -y wish.yaml
exit 77
err has needs root
err has hint: run it with sudo, or look first with `pawl plan`
run history
exit 77
err
| error: `pawl history` needs root [needs-root]
|   hint: run it with sudo
see 0000:02:00.0 sriov_numvfs 0
