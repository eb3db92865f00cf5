# Drives that cannot do what is wished say why in the words of the specification, and what to do: each before anything
# is written.
facts tests/facts/drives.json
lab no: QEMU's controller is none of these

file plain.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0: {select: {pci: "0000:31:00.0"}, vfs: {count: 2, driver: none}, nvme: {vf-queues: 8}}
run apply -y plain.yaml
exit 4
err has 0000:31:00.0 has no Virtualization Management: bit 7 of OACS (0eh) is not set [drive-unable]
see 0000:31:00.0 sriov_numvfs 0

# what controllers hold that nobody has VFs for is theirs
file others.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 12, vf-interrupts: 1}
write nvme/0000:41:00.0/5/queues 16
run apply -y others.yaml
exit 4
err has 1 VF with 12 queues needs 12: 0000:41:00.0 has 64 for VFs, of which the drive itself holds 40, and others hold 16 [drive-short]
err has hint: the drive gives its own back at a reset, which would take from the others, too: see who has given it to them
see 0000:41:00.0 sriov_numvfs 0

# more VFs than controllers
file few.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 3, driver: none}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
run apply -y few.yaml
exit 4
err has VF 2 of 0000:51:00.0 has no controller: the drive lists 2 for its VFs [drive-unable]
see 0000:51:00.0 sriov_numvfs 0

# one that gives interrupts as well goes online with some alone
file bare.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 1, driver: none}
|         nvme: {vf-queues: 2}
run apply -y bare.yaml
exit 4
err has 0000:51:00.0 gives its VFs interrupts, too, and none goes online without [drive-unable]
err has say `vf-interrupts` too
see 0000:51:00.0 sriov_numvfs 0

# one that has not told of itself
file silent.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0: {select: {pci: "0000:61:00.0"}, vfs: {count: 1, driver: none}, nvme: {vf-queues: 2, vf-interrupts: 1}}
run apply -y silent.yaml
exit 4
err has what 0000:61:00.0 has to give is not known: the drive did not answer in time [drive-unable]
see 0000:61:00.0 sriov_numvfs 0

# nor does a namespace go to a VF without a controller
file unfit.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 3, driver: none}
|         nvme: {namespaces: {a: {size: 1GiB, vf: 2}}}
run apply -y unfit.yaml
exit 4
err has VF 2 of 0000:51:00.0 has no controller: the drive lists 2 for its VFs [namespace-unfit]
see 0000:51:00.0 sriov_numvfs 0
