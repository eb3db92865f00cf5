# A hotplug slot's power switch removes VFs by themselves and leaves the links to them: their PF reads as it is.
facts tests/facts/lab-x86.json
lab x86

write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 3
run show 0000:02:00.0
exit 0
out has 3 of 7
sh
| echo 0 >/sys/bus/pci/slots/16/power
| test ! -e /sys/bus/pci/devices/0000:02:10.0
| test "$(cat /sys/bus/pci/devices/0000:02:00.0/sriov_numvfs)" = 3
| test -L /sys/bus/pci/devices/0000:02:00.0/virtfn2
| pawl show 0000:02:00.0 >show.txt 2>show.err
| grep -q '3 of 7' show.txt
| grep -q '0000:02:00.0.*3 of its virtual functions were taken away by hand' show.err
| echo 0 >/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
| pawl show 0000:02:00.0 >show.txt 2>show.err
| grep -q '0 of 7' show.txt
| grep -q 'taken away by hand' show.err
| ! echo 3 >/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
# what the warning says to do helps
| echo 1 >/sys/bus/pci/devices/0000:02:00.0/remove
| echo 1 >/sys/bus/pci/rescan
| sleep 1
| echo 3 >/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
| pawl show 0000:02:00.0 >show.txt 2>show.err
| grep -q '3 of ' show.txt
| ! grep -q 'taken away' show.err
