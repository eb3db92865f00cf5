# A drive dies under its commands: what stops is said in words, the other drive is done, and the dead one can be left out.
facts tests/facts/slow-drives.json
lab no: QEMU's drives do not die
crash no: each run of a dying drive ends elsewhere

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   slow-drives:
|     devices:
|       ssd1:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
|       ssd2:
|         select: {pci: "0000:61:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
run apply -y wish.yaml
exit 5
err has wish.yaml:12:27: error: vf_queues of 0000:61:00.0 vf 0 cannot be read after "8" was written: it does not take Identify: the drive did not answer, and the kernel resets it [not-taken]
see 0000:51:00.2 driver vfio-pci
see 0000:61:00.0 sriov_drivers_autoprobe 1
see 0000:61:00.1 driver -

# dead it stays, and is not guessed at
run show 0000:61:00.0
out has its controller is dead
run plan wish.yaml
exit 69
err has queues of VF 0 of 0000:61:00.0 is not known: its controller is dead [fact-unknown]
err has hint: run as root, or capture the facts anew as root; where the drive is at fault, `dmesg` tells, and `state: out-of-service` leaves it out

file without.yaml
| pawl: 1
| hosts:
|   slow-drives:
|     devices:
|       ssd1:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 7}
|       ssd2:
|         select: {pci: "0000:61:00.0"}
|         state: out-of-service
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
run apply -y without.yaml
exit 0
run show -o json 0000:51:00.2
out has "queues": "4"
