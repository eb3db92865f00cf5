# A drive that is bound to vfio-pci tells nobody what it has. Files that share it out as they bind it so are refused before
# anything is planned; and the hint for one that is bound so already brings it back.
facts examples/facts/kunpeng.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about what is refused

modprobe vfio-pci
file both.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         driver: vfio-pci
|         nvme: {namespaces: {a: {size: 100GiB, pf: true}}}
file given.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, driver: vfio-pci}
file shared.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         driver: nvme
|         nvme: {namespaces: {a: {size: 100GiB, pf: true}}}
file first.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, driver: nvme}
run plan both.yaml
exit 65
err has both.yaml:7:17: error: with `driver: vfio-pci` nobody can ask ssd0 for what `nvme` says, nor give it

run apply -y given.yaml
exit 0
run plan shared.yaml
exit 4
err has only through the nvme driver can a drive be asked and told [drive-missing]
err has apply once with `--target ssd0.driver`: then the drive has its driver
run apply -y first.yaml
exit 0
run apply -y shared.yaml
exit 0
out has verified
run rollback -y
exit 8
