# A reset of the drive takes all that its VFs have, while sriov_numvfs still reads 4: the drive itself is asked.
facts tests/facts/lab-x86.json
lab x86 arm64
crash no: who resets a drive by hand does so between two runs

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 4, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}

run apply -y wish.yaml
exit 0
out has verified, the host is as wished.
sh
| nvme-agrees 0000:01:00.0

write sys/class/nvme/nvme0/reset_controller 1
sh
| sleep 1
| nvme-agrees 0000:01:00.0
see 0000:01:00.0 sriov_numvfs 4
see 0000:01:00.4 driver vfio-pci
run plan --detailed-exitcode wish.yaml
exit 2
out
| ~ Plan ???????? for lab-x86: 12 steps on 1 device
|
| ssd0  0000:01:00.0  Red Hat QEMU NVM Express Controller  driver nvme
|    ~  1-8  ssd0.vf.[0-3]  vf_queues      0 -> 2
|    ~                      vf_interrupts  0 -> 1
|    ~ 9-12  ssd0.vf.[0-3]  vf_online      false -> true
|
| 0 to create, 4 to change, 0 to delete; nothing irreversible, no reboot.
| Next: pawl apply wish.yaml

run apply -y wish.yaml
exit 0
out has verified, the host is as wished.
sh
| nvme-agrees 0000:01:00.0
run plan --detailed-exitcode wish.yaml
exit 0
