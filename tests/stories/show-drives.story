# What a drive has, what of it its VFs were given, and where its namespaces go.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 3, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}

run show ssd0 -f wish.yaml
exit 0
out has 0 of 8, 8 left, at most 2 a VF  0 of 4, 4 left, at most 1 a VF  ssd0
run apply -y wish.yaml
exit 0
run show ssd0 -f wish.yaml
exit 0
out
| ~ ADDRESS * SETTINGS *
| ~ 0000:01:00.0  NVMe * nvme * 3 of 4 * ssd0 *
| ~ 0000:01:00.1  NVMe * vfio-pci * ssd0.vf.0 * queues 2, interrupts 1, online *
| ~ 0000:01:00.2  NVMe * vfio-pci * ssd0.vf.1 * queues 2, interrupts 1, online *
| ~ 0000:01:00.3  NVMe * vfio-pci * ssd0.vf.2 * queues 2, interrupts 1, online *
|
| DRIVE         MODEL           NAMESPACES  QUEUES GIVEN                    INTERRUPTS GIVEN                ONLINE  HANDLE
| 0000:01:00.0  QEMU NVMe Ctrl  5 of 256    6 of 8, 2 left, at most 2 a VF  3 of 4, 1 left, at most 1 a VF  3 of 3  ssd0
|
| DRIVE         NAMESPACE  SIZE    BLOCK  CONTROLLER  GOES TO  SHARED  KNOWN AS
| 0000:01:00.0  1          64 MiB  512 B  0           itself           uuid.7061776c6c6148628d78383600000101
| 0000:01:00.0  2          64 MiB  512 B  -                    yes
| 0000:01:00.0  3          64 MiB  512 B  -                    yes
| 0000:01:00.0  4          64 MiB  512 B  -                    yes
| 0000:01:00.0  5          64 MiB  512 B  -

# without words what is alike shares a row
run show
exit 0
out has   3 VFs
out has queues 2, interrupts 1, online
out has 0000:01:00.0  2-4        64 MiB each  512 B

run show -o json 01:00.0
exit 0
out has "vqrfa": 6
out has "tnvmcap": 0

# the plan is the same from facts, and they say the same of the drive
run facts capture --out facts.json
exit 0
run show ssd0 -f wish.yaml --facts facts.json
exit 0
out has 0000:01:00.0  QEMU NVMe Ctrl  5 of 256    6 of 8, 2 left, at most 2 a VF  3 of 4, 1 left, at most 1 a VF  3 of 3  ssd0
run plan wish.yaml --facts facts.json
exit 0

# whose driver is gone tells nothing
write sys/bus/pci/devices/0000:01:00.0/sriov_numvfs 0
write sys/bus/pci/drivers/nvme/unbind 0000:01:00.0
run show 01:00.0
exit 0
out lacks QUEUES
out lacks not known
