# Two VFs of an NVMe drive get a namespace each, made for them: the drive chooses the numbers, and pawl knows them again.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         vfs: {count: 2, driver: vfio-pci}
|         nvme:
|           vf-queues: 4
|           vf-interrupts: 2
|           namespaces:
|             a: {size: 100GiB, vf: 0}
|             b: {size: 1GiB, block-size: 4096, vf: 1}

run plan wish.yaml
exit 0
out has ssd0.ns.a      namespace      (none) -> 100 GiB in blocks of 512 B
out has ssd0.ns.b      namespace      (none) -> 1 GiB in blocks of 4096 B
out has ssd0.ns.a      controllers    (none) -> vf.0

run apply -y wish.yaml
exit 0
run apply -y wish.yaml
exit 0
out has nothing to do

# which is which, and where each goes; those of the host are no VF's
run show -f wish.yaml ssd0
exit 0
out has 0000:31:00.0  1                     96 GiB   512 B   1           itself     eui.0025385b71b00001
out has 0000:31:00.0  2          ssd0.ns.a  100 GiB  512 B   2           ssd0.vf.0  nguid.22c38d18ff10c95d0000000200000001
out has 0000:31:00.0  3          ssd0.ns.b  1 GiB    4096 B  3           ssd0.vf.1  nguid.22c38d18ff10c95d0000000300000002
run show
exit 0
out has 0000:31:00.0  2          ssd0.ns.a  100 GiB  512 B   2           vf.0     nguid.22c38d18ff10c95d0000000200000001

# what is there keeps its size
file larger.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 200GiB}}}
run plan larger.yaml
exit 4
err has namespace 2 has 100 GiB, and 200 GiB is wished for: pawl resizes none

# two drives may each have an `a`, beside the one that the drive came with; a rollback takes no namespace away, and from
# nobody what may be in use
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {a: {size: all-remaining, pf: true}}}
run apply -y --allow=namespace-alike:ssd1.ns.a other.yaml
exit 0
out has 3.39 TiB in blocks of 512 B
run rollback -y
exit 4
err has note: ssd1.ns.a stays, with all that is stored there
err has [namespace-in-use]
run apply -y other.yaml
exit 0
out has nothing to do
