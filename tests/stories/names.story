# What people know devices by is what the machine's own tools say, and comes and goes with the drivers.
facts tests/facts/lab-x86.json
lab x86

run show -o json 0000:02:00.0
exit 0
out has "eth0"
out has "52:54:00:11:22:33"
out has "0-2"
out has "nvme_serial": null
sh
| test "$(cat /sys/class/net/eth0/address)" = 52:54:00:11:22:33
| test "$(basename "$(readlink /sys/class/net/eth0/device)")" = 0000:02:00.0
| grep -qx 0000:02:00 /sys/bus/pci/slots/0-2/address

run show -o json 0000:01:00.0
exit 0
out has "LABNVME0001"
out has "QEMU NVMe Ctrl"
out has "netdev": null
sh
| nvme list -o json | grep -q '"SerialNumber" *: *"LABNVME0001"'
| nvme list -o json | grep -q '"ModelNumber" *: *"QEMU NVMe Ctrl"'

# other names: ip knows them, and sysfs does not
sh
| ip link property add dev eth0 altname enp2s0
| ip link property add dev eth0 altname uplink-a
| pawl facts capture | tr -d ' \n' | grep -q '"altname":\["enp2s0","uplink-a"\],.*"mac":\["52:54:00:11:22:33"\],"netdev":\["eth0"\]'

# the permanent MAC is not the one that is in use
sh
| ip link set eth0 address 52:54:00:aa:bb:cc
| pawl show -o json 0000:02:00.0 | grep -q 52:54:00:11:22:33

write sys/bus/pci/drivers/igb/unbind 0000:02:00.0
run show -o json 0000:02:00.0
out has "netdev": null
out has "mac": null
out has "0-2"
write sys/bus/pci/drivers/nvme/unbind 0000:01:00.0
run show -o json 0000:01:00.0
out has "nvme_serial": null
out has "nvme_model": null

write sys/bus/pci/drivers/igb/bind 0000:02:00.0
write sys/bus/pci/drivers/nvme/bind 0000:01:00.0
run show -o json 0000:02:00.0
out has "eth0"
out has "52:54:00:11:22:33"
out has "altname": null
run show -o json 0000:01:00.0
out has "LABNVME0001"

# new VFs get the next names from their driver, and no slot
modprobe igbvf
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run show -o json 0000:02:10.2
out has "eth2"
out has "slot": null
out has "serial": null
sh
| test "$(basename "$(readlink /sys/class/net/eth2/device)")" = 0000:02:10.2
