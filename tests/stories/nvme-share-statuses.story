# What a drive refuses of the shares of its VFs, each when somebody else has come first: the status in the words of the
# specification (NVM Express Base Specification 2.0, 5.24 and 8.26). 121h is in nvme-refused; 122h, which QEMU says where
# 121h is meant, and 11fh no plan comes to: tests/unit/test_twin_nvme.c and test_twin_nvme_controller.c have them.
facts tests/facts/lab-x86.json
lab no: somebody acts between plan and write
crash no: a refused command ends a run with 5 or, when nothing else was left to do, with 1

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
# 120h: somebody takes from the controller what it goes online with
meanwhile */0/online write nvme/0000:01:00.0/0/queues 0
run apply -y wish.yaml
exit 5
err has controller 1, Virtualization Management, online true: status 120h, Invalid Secondary Controller State (type 1h, code 20h)
err has hint: its controller must be offline for other resources, and have what it needs (two queues and on most drives an
run resume -y
exit 0

# by hand: 120h of a controller that is online, which takes no other share, 121h of more than one may have
write nvme/0000:01:00.0/0/queues 2 EPROTO
write nvme/0000:01:00.0/2/queues 3 ERANGE
