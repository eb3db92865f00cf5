# What a drive holds itself of what its VFs need it gives back, by a function level reset before there are VFs.
facts tests/facts/lab-x86.json
twin no: nvme-primary.story is it
lab x86 arm64

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 3, driver: vfio-pci}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
sh
| nvme virt-mgmt /dev/nvme0 -c 0 -r 0 -a 1 -n 4
| echo 1 > /sys/bus/pci/devices/0000:01:00.0/reset
| until nvme primary-ctrl-caps /dev/nvme0 | grep -q 'vqrfap *: 4$'; do sleep 0.1; done
run plan wish.yaml
exit 0
out has primary_share  queues 4 interrupts 0 -> queues 0 interrupts 0  disrupts
run apply -y wish.yaml
exit 0
sh
| nvme primary-ctrl-caps /dev/nvme0 | grep -q 'vqrfap *: 0$'
| test "$(nvme list-secondary /dev/nvme0 | grep -c Online)" = 3
| nvme list-ns /dev/nvme0 -n 1
see 0000:01:00.3 driver vfio-pci
run plan wish.yaml
exit 0
out has nothing to do
