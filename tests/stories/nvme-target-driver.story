# A driver of a VF stands on what the drive gives to it: the kernel's own would probe an offline controller for long and in
# vain. What is wished of the other VFs, and of namespaces, stays left out.
facts tests/facts/stores.json
lab no: it is about the plan alone
crash no: it is about one wish alone

file a.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file none.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run plan --target ssd0.vf.0.driver none.yaml
exit 0
out lacks vf_queues
run apply -y --target ssd0.vf.0.driver a.yaml
exit 0
err has left out by --target: ssd0.ns.a, ssd0.vf.1.driver, ssd0.vf.1.nvme
see 0000:31:00.1 driver nvme
run show -o json 0000:31:00.1
out has "queues": "4"
run apply -y a.yaml
exit 0
