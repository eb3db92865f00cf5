# A drive whose commands take long is waited for, and no other drive with it: each step says how long it took.
facts tests/facts/slow-drives.json
lab no: QEMU answers at once

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   slow-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
|       ssd1:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
run apply -y wish.yaml
exit 0
err has 16/26  done      ssd1.vf.0  0000:51:00.0 vf 0  vf_queues (new) -> 8
err lacks 16/26  done      ssd1.vf.0  0000:51:00.0 vf 0  vf_queues (new) -> 8  (
err has  3/26  done      ssd0.vf.0  0000:41:00.0 vf 0  vf_queues (new) -> 8  (28.0 s)
run plan wish.yaml
exit 0
out has nothing to do

# one command that the drive never answers: the kernel's patience ends, and pawl says what it waits for
file more.yaml
| pawl: 1
| hosts:
|   slow-drives:
|     devices:
|       ssd1:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 7}
hang nvme/*/queues
run apply -y more.yaml
exit 5
err has the write is still in the kernel after its deadline, and keeps the device's lock
err has [still-running]
