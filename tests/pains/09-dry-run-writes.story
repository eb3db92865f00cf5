# The check mode of a role rewrote the boot entries (linux-system-roles/bootloader#221), another one called everything changed
# each time (community.libvirt#205): nobody believed a preview any more. What pawl plans it does, and planning leaves no trace.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 4, driver: none, groups: [{range: "0-1", driver: vfio-pci}]}}
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

# not even the module that a wish needs is loaded for it: that it is missing is told
run plan wish.yaml
exit 4
err has [driver-missing]
sh
| ! grep ^vfio_pci /proc/modules
modprobe vfio-pci

# all that can be read of the two cards, what is loaded, where pawl keeps its own, before and after
sh
| state() {
|   find /sys/bus/pci/devices/0000:0[12]:00.0/ -maxdepth 1 -type f ! -name config ! -name 'resource*' ! -name rom | sort | while read -r f; do
|     printf '%s ' "$f"; cat "$f" 2>/dev/null | tr '\n' ' '; echo
|   done
|   ls -l /sys/bus/pci/devices/0000:0[12]:00.0/driver
|   cut -d' ' -f1,3 /proc/modules
|   cat /proc/sys/kernel/random/boot_id
|   find /run/pawl /var/lib/pawl /etc -newer wish.yaml 2>&1 || true
|   ls /dev/vfio
| }
| state >before
| pawl plan wish.yaml >/dev/null
| pawl plan --detailed-exitcode -o json wish.yaml >/dev/null || test $? = 2
| pawl plan --out change.plan wish.yaml >/dev/null
| pawl rehearse wish.yaml >/dev/null
| pawl assert wish.yaml >/dev/null || test $? = 2
| pawl show >/dev/null
| pawl export >/dev/null
| pawl facts capture >/dev/null
| pawl status >/dev/null
| state >after
| test $(wc -l <before) -gt 40
| diff before after

# it is what is done then, and afterwards there is nothing left to do: no value that reads back as another one
run plan wish.yaml
exit 0
out has 12 steps on 2 devices
run apply -y wish.yaml
exit 0
out has 12 of 12 steps done
run plan --detailed-exitcode wish.yaml
exit 0
out has nothing to do
run apply -y wish.yaml
exit 0

# and what the host is can be said in the words of a wish, which changes nothing either
run export --out export.yaml
exit 0
run plan --detailed-exitcode export.yaml
exit 0
