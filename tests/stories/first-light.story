# From YAML to virtual functions: three of a NIC for guests, two of an SSD kept free of drivers.
facts tests/facts/lab-x86.json
lab x86 arm64

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 3, driver: vfio-pci}}
|       ssd0: {select: {path: "0000:00:04.0/00.0"}, vfs: {count: 2, driver: none}}

modprobe vfio-pci
run plan wish.yaml
exit 0
out
| ~ Plan ???????? for lab-x86: 14 steps on 2 devices
|
| nic0  0000:02:00.0  Intel 82576 Gigabit Network Connection  driver igb
|    ~     1  nic0.vfs       autoprobe  1 -> 0                   only until step 6
|    +     2  nic0.vfs       numvfs     0 -> 3
|    ~   3-5  nic0.vf.[0-2]  override   (not set) -> vfio-pci
|    ~     6  nic0.vfs       autoprobe  0 -> 1                   puts back step 1
|    ~   7-9  nic0.vf.[0-2]  driver     (no driver) -> vfio-pci
|
| ssd0  0000:01:00.0  Red Hat QEMU NVM Express Controller  driver nvme
|    ~    10  ssd0.vfs       autoprobe  1 -> 0                   only until step 14
|    +    11  ssd0.vfs       numvfs     0 -> 2
|    ~ 12-13  ssd0.vf.[0-1]  override   (not set) -> none
|    ~    14  ssd0.vfs       autoprobe  0 -> 1                   puts back step 10
|
| 2 to create (5 VFs), 5 to change, 0 to delete; nothing irreversible, no reboot.
| Next: pawl apply wish.yaml

# a plan changes nothing
see 0000:02:00.0 sriov_numvfs 0

run apply -y wish.yaml
exit 0
out has 14 of 14 steps done: verified, the host is as wished.
see 0000:02:00.0 sriov_numvfs 3
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:10.0 driver vfio-pci
see 0000:02:10.2 driver vfio-pci
see 0000:02:10.4 driver vfio-pci
see 0000:02:10.4 driver_override vfio-pci
see 0000:01:00.0 sriov_numvfs 2
see 0000:01:00.1 driver -
see 0000:01:00.1 driver_override none
see 0000:01:00.2 driver_override none

# what pawl says is what the machine's own tools say
sh
| lspci -nnk -s 02:10.0 | grep -q 'driver in use: vfio-pci'
| lspci -nnk -s 02:10.4 | grep -q '8086:10ca'
| test "$(lspci -d 1b36:0010 | wc -l)" = 3
| test "$(lspci -k -s 01:00.1 | grep -c 'in use')" = 0
| test "$(ip link show eth0 | grep -c 'vf [0-9]')" = 3
| test -e /dev/vfio/"$(basename "$(readlink /sys/bus/pci/devices/0000:02:10.0/iommu_group)")"

# a second time there is nothing to do
run apply -y wish.yaml
exit 0
out has nothing to do, the host is as wished
run plan --detailed-exitcode wish.yaml
exit 0
