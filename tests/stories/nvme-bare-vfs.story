# The bare VFs of an NVMe controller: some for guests, while their controllers are still offline.
facts tests/facts/lab-x86.json
lab x86 arm64

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 4, driver: vfio-pci}}

run apply -y wish.yaml
exit 0
see 0000:01:00.0 sriov_numvfs 4
see 0000:01:00.0 driver nvme
see 0000:01:00.1 driver vfio-pci
see 0000:01:00.4 driver vfio-pci
see 0000:01:00.4 driver_override vfio-pci
sh
| test "$(lspci -k -s 01: | grep -c 'in use: vfio-pci')" = 4
| test "$(ls /dev/vfio | grep -c '^[0-9]')" = 4
| nvme list-secondary /dev/nvme0 | grep -q 'Virtual Function Number.*: 0x0004'
| # what the twin's controller takes for these settings, by the command that it stands for
| nvme virt-mgmt /dev/nvme0 -c 1 -a 8 -r 0 -n 2 # queues
| nvme virt-mgmt /dev/nvme0 -c 1 -a 8 -r 1 -n 1 # interrupts
| nvme virt-mgmt /dev/nvme0 -c 1 -a 9 # online
| ! nvme virt-mgmt /dev/nvme0 -c 1 -a 8 -r 0 -n 2
| nvme virt-mgmt /dev/nvme0 -c 1 -a 7
| # a reset takes all shares
| online() { nvme list-secondary /dev/nvme0 | grep -c '(Online)'; }
| give() {
|   nvme virt-mgmt /dev/nvme0 -c 1 -a 8 -r 0 -n 2
|   nvme virt-mgmt /dev/nvme0 -c 1 -a 8 -r 1 -n 1
|   nvme virt-mgmt /dev/nvme0 -c 1 -a 9
|   test "$(online)" = 1
| }
| give
| echo 1 > /sys/class/nvme/nvme0/reset_controller
| test "$(online)" = 0
| ! nvme virt-mgmt /dev/nvme0 -c 1 -a 9
| give
| echo 1 > /sys/bus/pci/devices/0000:01:00.0/reset
| test "$(online)" = 0
| # it says that it manages namespaces (OACS bit 3), and knows no such command
| ! nvme create-ns /dev/nvme0 -s 8 -c 8 -f 0 # ns
| ! nvme attach-ns /dev/nvme0 -n 5 -c 99
| nvme attach-ns /dev/nvme0 -n 5 -c 1 # namespace
| ! nvme attach-ns /dev/nvme0 -n 5 -c 2
| nvme detach-ns /dev/nvme0 -n 5 -c 1
run apply -y wish.yaml
exit 0
out has nothing to do
