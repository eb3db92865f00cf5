# What no drive could do is told by the files alone.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       a: {select: {pci: "0000:01:00.0"}, nvme: {vf-queues: 8}}
|       b: {select: {pci: "0000:02:00.0"}, vfs: {count: 1}, nvme: {vf-queues: 1, vf-interrupts: 0}}
|       c: {select: {pci: "0000:03:00.0"}, vfs: {count: 1}, nvme: {vf-interrupts: 4}}
|       d: {select: {pci: "0000:04:00.0"}, vfs: {count: 1}, nvme: {vf-queues: 65536, vf-queue: 3}}
|       e: {select: {pci: "0000:05:00.0"}, vfs: {count: 1}, nvme: 8}
run validate wish.yaml
exit 65
err has wish.yaml:6:77: error: vf-queues: must be 2 to 65535, not 1 [bad-value]
err has wish.yaml:6:95: error: vf-interrupts: must be 1 to 65535, not 0 [bad-value]
err has wish.yaml:7:59: error: c.nvme needs the key "vf-queues" [missing-key]
err has wish.yaml:8:77: error: vf-queues: must be 2 to 65535, not 65536 [bad-value]
err has unknown key "vf-queue" in d.nvme; did you mean "vf-queues"? [unknown-key]
err has wish.yaml:9:65: error: nvme: must be a map

file alone.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, nvme: {vf-queues: 8}}
run plan alone.yaml
exit 65
err
| alone.yaml:5:45: error: nvme: is what each VF gets, and no `vfs` is given [nvme-without-vfs]
|       ssd0: {select: {pci: "0000:01:00.0"}, nvme: {vf-queues: 8}}
|                                             ^~~~
|   hint: say how many VFs the drive is to have: `vfs: {count: N}` beside `nvme`
