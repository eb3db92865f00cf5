# A ledger with a line that pawl did not write: nothing is destroyed until somebody has looked at it.
facts tests/facts/lab-x86.json
lab x86

modprobe vfio-pci
file more.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2}}
file bound.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci}}
file gone.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 0}}
file back.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     state: absent
put var/lib/pawl/ledger
| {"crc":"20f9e413","event":"machine","seq":1,"version":1}
| {"crc":"4d9c3679","event":"hostage","seq":2,"soul":"new","version":0}

# what is asked of it is not "nothing"
run ledger
exit 69
err has what pawl has set here is not known: the ledger's line 2 is not an entry of it [set-unknown]
out lacks none
run ledger settle 0000:00:01.0
exit 69
err has [set-unknown]

run plan more.yaml
exit 4
err has warning: the ledger's line 2 is not an entry of it: nothing that rests on it is done, and nothing is added to it [ledger-damaged]
err has error: step 1 needs what pawl remembers, and the ledger's line 2 is not an entry of it [ledger-damaged]
err has mv /var/lib/pawl/ledger /var/lib/pawl/ledger.old
err lacks let it be so
run apply -y more.yaml
exit 4
out has Refused, see below: nothing was changed.
see 0000:02:00.0 sriov_numvfs 0
run apply -y --allow=ledger-damaged more.yaml
exit 64
run assert more.yaml
exit 2
err has [ledger-damaged]
run plan back.yaml
exit 69
err has what pawl has set here is not known: the ledger's line 2 is not an entry of it [set-unknown]

# facts have it too
run facts capture --out facts.json
exit 0
run plan --facts facts.json more.yaml
exit 4
err has step 1 needs what pawl remembers, and the ledger's line 2 is not an entry of it [ledger-damaged]

# what only gives goes on, and nothing is added to the file
write sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe 0
write sys/bus/pci/devices/0000:02:00.0/sriov_numvfs 2
run apply -y bound.yaml
exit 0
err has [ledger-damaged]
see 0000:02:10.0 driver vfio-pci
run plan gone.yaml
exit 4
err has [ledger-damaged]
run status
exit 0
out has Ledger      not believed: the ledger's line 2 is not an entry of it
run history
exit 0
out has More is not known: the ledger's line 2 is not an entry of it.

# the way out: a ledger that can be believed
put var/lib/pawl/ledger
| {"crc":"20f9e413","event":"machine","seq":1,"version":1}
run apply -y gone.yaml
exit 0
err lacks [ledger-damaged]
see 0000:02:00.0 sriov_numvfs 0
sh
| rm -f /var/lib/pawl/ledger
| echo 1 >/sys/bus/pci/devices/0000:02:00.0/sriov_drivers_autoprobe
