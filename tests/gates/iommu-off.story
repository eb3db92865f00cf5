# Without an IOMMU nothing can be handed to user space, and no driver is taken away in vain.
facts tests/facts/lab-x86-no-iommu.json
lab x86-no-iommu

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-no-iommu:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: vfio-pci}}

run apply -y wish.yaml
exit 4
err has wish.yaml:5:53: error: this host has no IOMMU groups, and without them vfio-pci takes no function [iommu-off]
err has wish.yaml:6:69: error: this host has no IOMMU groups
see 0000:01:00.0 driver nvme
see 0000:02:00.0 sriov_numvfs 0
