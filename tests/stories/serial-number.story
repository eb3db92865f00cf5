# A device serial number is what lspci says; one that is asleep is not asked, and is not woken.
facts tests/facts/lab-x86-names.json
lab x86-names

modprobe e1000e
run show -o json 0000:01:00.0
exit 0
out has "52-54-00-ff-ff-11-22-66"
sh
| lspci -vv -s 01:00.0 | grep -q 'Device Serial Number 52-54-00-ff-ff-11-22-66'

# the facts have the same, and what was not known has no key
sh
| echo 0000:01:00.0 >/sys/bus/pci/drivers/e1000e/unbind
| echo auto >/sys/bus/pci/devices/0000:01:00.0/power/control
| sleep 1
| test "$(cat /sys/bus/pci/devices/0000:01:00.0/power/runtime_status)" = suspended
| pawl show -o json 0000:01:00.0 >asleep.json
| ! grep -q '"serial"' asleep.json
| grep -q '"slot"' asleep.json
| pawl facts capture --out asleep-facts.json
| pawl show --facts asleep-facts.json -o json 0000:01:00.0 | grep -q '"netdev": null'
| test "$(cat /sys/bus/pci/devices/0000:01:00.0/power/runtime_status)" = suspended
| echo on >/sys/bus/pci/devices/0000:01:00.0/power/control
| pawl show -o json 0000:01:00.0 | grep -q 52-54-00-ff-ff-11-22-66
