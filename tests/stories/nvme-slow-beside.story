# Two drives at once, and one of them takes its time with each answer: the other is done before it has made its VFs.
facts tests/facts/slow-drives.json
lab no: QEMU answers at once

file wish.yaml
| pawl: 1
| hosts:
|   slow-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: none}
|       ssd1:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: none}
run apply -y --parallel 16 wish.yaml
exit 0
err
|  1/10  done      ssd0.vfs   0000:41:00.0  autoprobe 1 -> 0
|  2/10  begins    ssd0.vfs   0000:41:00.0  numvfs 0 -> 2
|  6/10  done      ssd1.vfs   0000:51:00.0  autoprobe 1 -> 0
|  7/10  begins    ssd1.vfs   0000:51:00.0  numvfs 0 -> 2
|  7/10  done      ssd1.vfs   0000:51:00.0  numvfs 0 -> 2
|  8/10  done      ssd1.vf.0  0000:51:00.1  override (not set) -> none
|  9/10  done      ssd1.vf.1  0000:51:00.2  override (not set) -> none
| 10/10  done      ssd1.vfs   0000:51:00.0  autoprobe 0 -> 1
|  2/10  done      ssd0.vfs   0000:41:00.0  numvfs 0 -> 2  (9.2 s)
|  3/10  done      ssd0.vf.0  0000:41:00.1  override (not set) -> none
|  4/10  done      ssd0.vf.1  0000:41:00.2  override (not set) -> none
|  5/10  done      ssd0.vfs   0000:41:00.0  autoprobe 0 -> 1
see 0000:41:00.0 sriov_numvfs 2
see 0000:51:00.0 sriov_numvfs 2
