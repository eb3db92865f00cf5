# A BIOS without SR-IOV, an IOMMU that is off, a driver that is not loaded, a number that the card cannot have: users found
# one after the other, each by a guest that did not start (openshift-docs#32619, i915-sriov-dkms#129). The plan tells all at once.
facts tests/facts/lab-x86-no-iommu.json
lab x86-no-iommu

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-no-iommu:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 5}}
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
|       sata: {select: {pci: "0000:00:1f.2"}, vfs: {count: 1}}
|       gone: {select: {pci: "0000:09:00.0"}, driver: none}

# one device that is not found keeps no other from being asked about, and two VFs without an IOMMU are one message
run plan wish.yaml
exit 4
err has wish.yaml:5:58: error: 5 VFs are more than 0000:01:00.0 can have: sriov_totalvfs is 4 [vfs-above-total]
err has wish.yaml:6:69: error: the driver vfio-pci is not registered with the PCI bus: a probe would bind nothing [driver-missing]
err has hint: load the driver's module first (`modprobe`)
err has wish.yaml:6:69: error: this host has no IOMMU groups, and without them vfio-pci takes no function [iommu-off]
err has hint: enable the IOMMU in the firmware setup and on the kernel's command line, then reboot
err has wish.yaml:7:58: error: 0000:00:1f.2 has no SR-IOV capability [sriov-missing]
err has hint: enable SR-IOV in the firmware setup of the host and of the card, then reboot
err has wish.yaml:8:28: error: no PCI function has pci "0000:09:00.0"
err lacks is not known
err lacks nic0.vf.1

# a pipeline hears the same before anybody is at the host
run facts capture --out facts.json
exit 0
run plan --facts facts.json wish.yaml
exit 4
err has [vfs-above-total]
err has [driver-missing]
err has [iommu-off]
err has [sriov-missing]
err has [device-not-found]

# nothing is begun that could not end: not even what would go
run apply -y wish.yaml
exit 4
see 0000:01:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
