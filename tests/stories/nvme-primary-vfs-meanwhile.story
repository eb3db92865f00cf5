# Somebody makes VFs while the run is on its way to reset the drive, which would take from them what they have: it is
# asked once more right before, and not reset.
facts tests/facts/drives.json
lab no: somebody writes in the middle of a run
crash no: somebody else writes too

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 8, driver: vfio-pci}
|         nvme: {vf-queues: 8, vf-interrupts: 8}
meanwhile */sriov_drivers_autoprobe write sys/bus/pci/devices/0000:41:00.0/sriov_numvfs 2
run apply -y wish.yaml
exit 5
err has 0000:41:00.0 has 2 VFs: its reset takes what they have from whoever uses them [pf-has-vfs]
see 0000:41:00.0 sriov_numvfs 2
run show -o json 0000:41:00.0
out has "vqrfap": 40
