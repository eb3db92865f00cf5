# At a terminal pawl asks, and only yes is taken.
facts tests/facts/lab-x86.json
lab no: nobody sits at the lab to answer

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

answer y
run apply wish.yaml
exit 1
err has Apply these 4 steps to lab-x86? Only yes is taken:
err has Nothing was changed.
see 0000:02:00.0 sriov_numvfs 0
answer yes
run apply wish.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 1
see 0000:02:10.0 driver_override none
