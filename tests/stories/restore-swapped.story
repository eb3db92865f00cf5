# Two drives that the files know by their serial numbers change places over a boot: a restore brings neither back at the
# other's place, and says what does; the first restore after that which has nothing to say ends the word of `status`.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       disk1:
|         select: {nvme-serial: STORE0001}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
|       disk2:
|         select: {nvme-serial: STORE0002}
|         vfs: {count: 1, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 2}
run apply -y wish.yaml
exit 0
reboot
modprobe vfio-pci
swap 0000:31:00.0 0000:41:00.0
run restore
exit 1
out has Not all that the boot took away is back: see below what, and what helps.
err has that one is at 0000:41:00.0 now [identity-changed]
err has hint: apply its configuration: `select` by serial number or MAC finds it there
run status
exit 0
out has nothing was done: `pawl restore` tells again what does not come back, and why
out lacks 0 of 0
run rollback
exit 0
err has disk1.ns.a: namespace of 0000:31:00.0 (at 0000:41:00.0 now), which the run has set, stays

# back where they were
swap 0000:31:00.0 0000:41:00.0
run restore
exit 0
run status
out has fine
reboot
modprobe vfio-pci
swap 0000:31:00.0 0000:41:00.0
run restore
exit 1
run apply -y wish.yaml
exit 0
run restore
exit 0
out has nothing to do
run status
out lacks not done
reboot
modprobe vfio-pci
run restore
exit 0
run assert wish.yaml
exit 0
