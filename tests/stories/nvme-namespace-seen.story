# A namespace that is given to a VF whose driver is there already: the drive tells that controller, whose driver looks for
# itself (drivers/nvme/host/core.c, nvme_handle_aen_notice), and nobody has to write rescan_controller.
facts tests/facts/lab-x86.json
lab x86

file first.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 1, driver: nvme}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
file second.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 1, driver: nvme}
|         nvme:
|           vf-queues: 2
|           vf-interrupts: 1
|           namespaces: {a: {size: 64MiB, adopt: {nsid: 2}, vf: 0}}
run apply -y first.yaml
exit 0
see 0000:01:00.1 driver nvme
run apply -y second.yaml
exit 0
see 0000:01:00.1 driver nvme
sh
| for i in $(seq 50); do ls /sys/bus/pci/devices/0000:01:00.1/nvme/nvme*/ | grep -E '^(nvme|ng)[0-9]+(c[0-9]+)?n[0-9]+$' && exit 0; sleep 0.1; done; ls /sys/bus/pci/devices/0000:01:00.1/nvme/nvme*/; exit 1
run plan second.yaml
exit 0
out has nothing to do
