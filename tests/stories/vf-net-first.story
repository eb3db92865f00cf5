# Settings are there before any driver sees the VF: its driver asks for the MAC address when it probes, and never again.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, mac-base: "02:17:02:00:00:00"}

# a VF of igb that is down has a driver, and an address of chance
sh
| ip link set eth0 up
modprobe igbvf
run plan --detailed-exitcode wish.yaml
exit 2
out has autoprobe  1 -> 0
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:10.0 driver -
see 0000:02:10.2 driver -
sh
| echo 0000:02:10.2 >/sys/bus/pci/drivers_probe
| test "$(cat /sys/bus/pci/devices/0000:02:10.2/net/*/address)" = 02:17:02:00:00:01

# who wants the host's driver names it
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, mac-base: "02:17:02:00:00:00", driver: igbvf}
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
run apply -y wish.yaml
exit 0
see 0000:02:10.0 driver igbvf
sh
| test "$(cat /sys/bus/pci/devices/0000:02:10.0/net/*/address)" = 02:17:02:00:00:00
