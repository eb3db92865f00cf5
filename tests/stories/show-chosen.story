# Functions by what is known of them: words of one key are alternatives, of several keys all must fit.
facts tests/facts/lab-x86.json
lab no: the lab's machine has other names

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}

run show driver=igb driver=nvme
exit 0
out has 0000:01:00.0
out has 0000:02:00.0
out lacks pcieport

run show driver=igb vendor=8086 class=0200 netdev=eth*
exit 0
out has 0000:02:00.0
out has KNOWN AS
out has eth0
out lacks 0000:01:00.0

run show driver=igb vendor=0x1b36
exit 1
err
| error: driver=igb vendor=0x1b36: no PCI function is such a one [no-function]
|   hint: `pawl show` lists all

run show group=7 -o json
exit 0
out has "address": "0000:01:00.0"
out has "LABNVME0001"

run apply -y wish.yaml
exit 0
run show -f wish.yaml nic0.vf.*
exit 0
out has nic0.vf.1
out lacks 0000:02:00.0
run show -f wish.yaml driver=none nic0
exit 0
out has nic0.vf.0
out lacks 0000:02:00.0

run show drivr=igb
exit 64
err
| error: "drivr" is nothing that functions are chosen by [usage]
| ~   hint: did you mean driver? the keys are: pci, path, slot, *

run show -f wish.yaml nic9
exit 64
err
| error: the files give no device "nic9" [usage]
|   hint: `pawl show -f FILE` lists the handles

run show nic0
exit 64
err
| error: "nic0" is neither an address nor KEY=VALUE [usage]
| ~   hint: handles come with the files that give them: *

# VFs that are wished for and not made yet, and such as nobody wishes for
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 0
run show -f wish.yaml nic0.vf.*
exit 1
err
| error: nic0.vf.*: no PCI function is such a one [no-function]
|   hint: nic0 wishes for 2 VFs and 0000:02:00.0 has 0: `pawl apply` makes them; `pawl show` lists all
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run show -f wish.yaml nic0.vf.9
exit 1
err has nic0 wishes for 2 VFs (vf.9 is beyond them) and 0000:02:00.0 has 2; `pawl show` lists all

# the words that are shown choose as well
run show class=Ethernet
exit 0
out has 0000:02:00.0
out lacks 0000:01:00.0
run show class=0x02*
exit 0
out has 0000:02:00.0
out lacks 0000:01:00.0
run show title=*82576*
exit 0
out has 0000:02:00.0
out lacks 0000:01:00.0

# a set of which another number is here is there, and not told apart
file many.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nics: {select: {class: 0x0200}, expect: 4}
run show -f many.yaml nics
exit 1
err has error: nics: which functions it means cannot be told [no-function]
