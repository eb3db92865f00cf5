# Two devices side by side: a line for each step as it ends, in the order in which steps end.
facts tests/facts/lab-x86.json
lab no: the order of the lines is the machine's; first-light plays two devices in the lab

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 2, driver: none}}

delay */0000:01:00.0/sriov_numvfs 800
run apply -y --parallel 16 wish.yaml
exit 0
err
|  1/10  done      nic0.vfs   0000:02:00.0  autoprobe 1 -> 0
|  2/10  begins    nic0.vfs   0000:02:00.0  numvfs 0 -> 2
|  6/10  done      ssd0.vfs   0000:01:00.0  autoprobe 1 -> 0
|  7/10  begins    ssd0.vfs   0000:01:00.0  numvfs 0 -> 2
|  2/10  done      nic0.vfs   0000:02:00.0  numvfs 0 -> 2
|  3/10  done      nic0.vf.0  0000:02:10.0  override (not set) -> none
|  4/10  done      nic0.vf.1  0000:02:10.2  override (not set) -> none
|  5/10  done      nic0.vfs   0000:02:00.0  autoprobe 0 -> 1
|  7/10  done      ssd0.vfs   0000:01:00.0  numvfs 0 -> 2  (1.0 s)
|  8/10  done      ssd0.vf.0  0000:01:00.1  override (not set) -> none
|  9/10  done      ssd0.vf.1  0000:01:00.2  override (not set) -> none
| 10/10  done      ssd0.vfs   0000:01:00.0  autoprobe 0 -> 1

# one after the other when that is wished
file less.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 0}}

run apply -y --parallel 1 less.yaml
exit 0
err
| 1/2  begins    nic0.vfs  0000:02:00.0  numvfs 2 -> 0
| 1/2  done      nic0.vfs  0000:02:00.0  numvfs 2 -> 0  (1.0 s)
| 2/2  begins    ssd0.vfs  0000:01:00.0  numvfs 2 -> 0
| 2/2  done      ssd0.vfs  0000:01:00.0  numvfs 2 -> 0  (1.8 s)
