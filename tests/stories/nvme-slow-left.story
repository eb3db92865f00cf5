# Asked to stop while a slow drive is still asked, a run leaves it: nothing of it was written, and nobody waits for it.
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
run apply -y wish.yaml
exit 0
file fewer.yaml
| pawl: 1
| hosts:
|   slow-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 0}
|       ssd1:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 0}
interrupt */sriov_numvfs
run apply -y fewer.yaml
exit 5
err has asked to stop: stops at the next safe point, after ssd1.vfs numvfs 2 -> 0 (0.0 s so far)
err has 2/2  done      ssd1.vfs  0000:51:00.0  numvfs 2 -> 0
see 0000:41:00.0 sriov_numvfs 2
see 0000:51:00.0 sriov_numvfs 0
run apply -y fewer.yaml
exit 0
see 0000:41:00.0 sriov_numvfs 0
