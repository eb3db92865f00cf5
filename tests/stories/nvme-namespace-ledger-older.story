# A ledger of before the run that made `a` is put back (a backup, a snapshot of /var); the journal has that run still. VF 0,
# which has `a` of its last user, does not go to its next one unasked, now or when the journal has forgotten it; and a
# rollback that names no run takes back none: the last one is not in the ledger.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one wish alone

modprobe vfio-pci
file v.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
file w.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 4, vf-interrupts: 2, namespaces: {a: {size: 100GiB, vf: 0}}}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1: {select: {pci: "0000:41:00.0"}, vfs: {count: 1, driver: none}}
file next.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme: {vf-queues: 4, vf-interrupts: 2}
run apply -y v.yaml
exit 0
run apply -y w.yaml
exit 0

# with the ledger gone, or as it is, it is asked; with the one of before `a` it is not
put var/lib/pawl/ledger
| {"crc":"4e59b9b0","dmi_serial":"PAWL-STORES-0001","event":"machine","machine_id":"0d4c7f1e6b2a4f8c9e3d5a7b1c2f4e62","seq":1,"time":"2026-01-01T10:00:00Z","version":1}
| {"address":"0000:31:00.0","crc":"4ccb1aac","device":"0x0010","event":"pin","handle":"ssd0","nvme_serial":"STORE0001","path":"0000:30:00.0/00.0","seq":2,"time":"2026-01-01T10:00:00Z","vendor":"0x1b36","version":0}
| {"about":"0000:31:00.0","boot_id":"5f0c9a52-3b0e-4f6a-9a3c-0d6d7a4c1e56","crc":"312f5557","event":"run-begin","plan":"5d00797c37cff6dbabe6b4968f62fedb6ce9308fa4225fa73829251183786b7b","plan_file":"3b13a83441141cd26df248380dc2ea6227bd5a27725be1456ad61b04788546d6","seq":3,"steps":"11","time":"2026-01-01T10:00:00Z","version":0,"wish":"92b795a88b5c327f6a7f5497fb7e7d93853c2c8619f11f523fb63231232d070b"}
| {"before":"0","crc":"2ff49150","event":"applied","knob":"numvfs","object":"ssd0.vfs","original":"0","seq":4,"target":"0000:31:00.0","time":"2026-01-01T10:00:00Z","value":"2","version":0}
| {"before":"","crc":"631a1dd2","event":"applied","knob":"vf_queues","object":"ssd0.vf.0","original":"","pf":"0000:31:00.0","seq":5,"target":"0000:31:00.0 vf 0","time":"2026-01-01T10:00:00Z","value":"4","version":0}
| {"before":"","crc":"dd72eeb3","event":"applied","knob":"vf_interrupts","object":"ssd0.vf.0","original":"","pf":"0000:31:00.0","seq":6,"target":"0000:31:00.0 vf 0","time":"2026-01-01T10:00:00Z","value":"2","version":0}
| {"before":"","crc":"5f4c8387","event":"applied","knob":"vf_queues","object":"ssd0.vf.1","original":"","pf":"0000:31:00.0","seq":7,"target":"0000:31:00.0 vf 1","time":"2026-01-01T10:00:00Z","value":"4","version":0}
| {"before":"","crc":"932de6ea","event":"applied","knob":"vf_interrupts","object":"ssd0.vf.1","original":"","pf":"0000:31:00.0","seq":8,"target":"0000:31:00.0 vf 1","time":"2026-01-01T10:00:00Z","value":"2","version":0}
| {"before":"","crc":"545d63a4","event":"applied","knob":"vf_online","object":"ssd0.vf.0","original":"","pf":"0000:31:00.0","seq":9,"target":"0000:31:00.0 vf 0","time":"2026-01-01T10:00:00Z","value":"true","version":0}
| {"before":"","crc":"8c158138","event":"applied","knob":"vf_online","object":"ssd0.vf.1","original":"","pf":"0000:31:00.0","seq":10,"target":"0000:31:00.0 vf 1","time":"2026-01-01T10:00:00Z","value":"true","version":0}
| {"before":"","crc":"8d756219","event":"applied","knob":"override","object":"ssd0.vf.0","original":"","pf":"0000:31:00.0","seq":11,"target":"0000:31:00.1","time":"2026-01-01T10:00:00Z","value":"none","version":0}
| {"before":"","crc":"ff185ca6","event":"applied","knob":"override","object":"ssd0.vf.1","original":"","pf":"0000:31:00.0","seq":12,"target":"0000:31:00.2","time":"2026-01-01T10:00:00Z","value":"none","version":0}
| {"crc":"25741759","done":"11","event":"run-end","outcome":"0","seq":13,"time":"2026-01-01T10:00:00Z","version":0}
run apply -y next.yaml
exit 4
err has [namespace-visible]
see 0000:31:00.1 driver -

run rollback -y
exit 1
err has the last run, of plan
err has is in the journal, and the ledger does not know it: what it has changed
see 0000:31:00.0 sriov_numvfs 2

# the next run notes it in the ledger, and the journal is not needed for it any more
run apply -y other.yaml
exit 0
put var/lib/pawl/journal
run apply -y next.yaml
exit 4
err has [namespace-visible]
see 0000:31:00.1 driver -
