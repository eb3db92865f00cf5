# What no drive could do is told by the files alone.
facts tests/facts/lab-x86.json
lab x86 arm64

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
err has wish.yaml:7:81: error: nvme: `vf-interrupts` is given, and no `vf-queues` [interrupts-without-queues]
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

# namespaces whose wish does not go together
file names.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       a:
|         select: {pci: "0000:01:00.0"}
|         nvme:
|           namespaces:
|             a: {size: 10, pf: true}
|             b: {size: 1GiB, pf: true, vf: 0}
|             c: {size: 1GiB, controllers: [1, 2]}
|             e: {size: all-remaining}
|             f: {size: all-remaining}
|             g: {size: 1GiB, vf: 0}
|             H: {size: 1GiB}
run validate names.yaml
exit 65
err has names.yaml:9:23: error: size: must be a size with its unit
err has names.yaml:10:13: error: `vf`, `pf` and `controllers` say who gets it: give one of them [namespace-wish]
err has names.yaml:11:42: error: a private namespace goes to one controller [namespace-wish]
err has names.yaml:13:23: error: size: another namespace of this drive takes all that remains [namespace-wish]
err has names.yaml:14:33: error: vf: the wish makes no VF of that number [namespace-wish]
err has names.yaml:15:13: error: NAME: must be

# sizes and ids as people and tools write them
file sizes.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       a:
|         select: {pci: "0000:01:00.0"}
|         nvme:
|           namespaces:
|             a: {size: all}
|             b: {size: 100gib}
|             c: {size: 10 GiB}
|             e: {size: 0GiB}
|             f: {size: 8EiB}
|             g: {adopt: {nsid: 1, eui64: eui.0025385b71b00009}}
|             h: {adopt: {nsid: 2, nguid: "0025385b71b00009"}}
|             i: {adopt: {nsid: 3, uuid: "00000000-0000-0000-0000-000000000000"}}
run validate sizes.yaml
exit 65
err has sizes.yaml:9:23: error: size: must be a size with its unit such as 500GiB or 1TB, or all-remaining, not "all" [bad-value]
err has or all-remaining, not "100gib"; write 100GiB [bad-value]
err has or all-remaining, not "10 GiB"; write 10GiB [bad-value]
err has or all-remaining, not "0GiB"; it must be more than 0 [bad-value]
err has or all-remaining, not "8EiB"; the largest units are PiB and PB [bad-value]
err has eui64: must be an id of 16 hexadecimal digits, not "eui.0025385b71b00009"; write it without eui. [bad-value]
err has nguid: must be an id of 32 hexadecimal digits, not "0025385b71b00009"; it has 16 [bad-value]
err has uuid: must be an id of 32 hexadecimal digits, not "00000000-0000-0000-0000-000000000000"; an id of nothing but 0 is none [bad-value]

# which names are known the machine alone tells
file no-size.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       a:
|         select: {pci: "0000:01:00.0"}
|         nvme: {namespaces: {d: {pf: true}, e: {size: 1MiB}}}
run validate no-size.yaml
exit 0
run plan no-size.yaml
exit 65
err has no-size.yaml:7:29: error: size: is needed to make it: pawl knows no namespace of 0000:01:00.0 by this name [namespace-wish]

# what was meant, and where it stands
file meant.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       a:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2}
|         nvme:
|           vf-queues: 1
|           vf-interrupts: 2
|           namespaces:
|             b: {size: 1GiB, block-size: 4k, vf: [0, 1]}
|             c: {adopt: 1}
|             size: 1GiB
|         namespaces: {d: {size: 1GiB}}
|       b:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2}
|         nvme: {queues: 4}
run validate meant.yaml
exit 65
err has unknown key "queues" in b.nvme; did you mean "vf-queues"? [unknown-key]
err has vf-queues: must be 2 to 65535, not 1 [bad-value]
err lacks interrupts-without-queues
err has block-size: must be a number, decimal or 0x..., not "4k" [bad-value]
err has hint: bytes of data in each of its blocks, without metadata
err has vf: must be a number, is a list [wrong-type]
err has hint: the VF whose controller gets it, one alone: `controllers` takes several
err has adopt: must be a map, is a single value [wrong-type]
err has hint: its keys are nsid, nguid, eui64, uuid
err has size: must be a map, is a single value [wrong-type]
err has hint: a name stands here; below it, its keys are state, size, block-size, vf, pf, controllers, shared, adopt
err has unknown key "namespaces" in a [unknown-key]
err has hint: `namespaces` stands under `nvme`; this version of pawl has
