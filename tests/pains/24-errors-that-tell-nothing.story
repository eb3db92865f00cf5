# "timed out waiting for the condition" (sriov-network-operator#306), a traceback (gpu-admin-tools#10): users had to read the
# sources to learn which card, which file, and why. Each refusal of the kernel says that, and what to do.
facts tests/facts/lab-x86.json
lab no: the refusals are the twin's; what a driver refuses in the lab is told by 02-success-told-nothing-done

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs: {count: 2, driver: vfio-pci}

# no room for the VFs' memory, which a firmware setting mends: errno, path, object and the line of the YAML
fail */sriov_numvfs 1 ENOSPC
run apply -y wish.yaml
exit 5
err has wish.yaml:7:22: error: the kernel does not take "2" as numvfs of 0000:02:00.0 [not-taken]
err has path: /sys/bus/pci/devices/0000:02:00.0/sriov_numvfs: No space left on device
err has hint: `dmesg` tells what driver and kernel say of it
err has hint: `pawl status` tells what is pending; `pawl resume` goes on from here
err lacks failed
run status
exit 0
out has numvfs 0 -> 2: refused

# a write that does not come back: who it is, what it waits in, and that nothing else is kept waiting
hang */sriov_numvfs
run apply -y wish.yaml
exit 5
err has wish.yaml:7:22: error: the write is still in the kernel after its deadline, and keeps the device's lock [still-running]
err has path: /sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
err has held by: process
err has hint: `pawl status` tells who waits for what; run again when it is done
err lacks timed out
revive

# somebody else's value in the middle of it: what was there, what was expected, whose it is
meanwhile */0000:02:10.0/driver_override write sys/bus/pci/devices/0000:02:10.2/driver_override igbvf
run apply -y wish.yaml
exit 5
err has wish.yaml:7:33: error: override of 0000:02:10.2 reads "igbvf", where the plan says (not set) and then "vfio-pci": not touched [not-as-planned]
err has hint: someone else changes it too: look at `pawl plan` again

# a configuration: every mistake at once, each with its place and what was meant
file bad.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {cuont: 2, driver: vfio-pcie}}
|       nic1: {select: {pci: 0000:02:00.1}, driver: default}
run plan bad.yaml
exit 65
err has bad.yaml:5:51: error: unknown key "cuont" in nic0.vfs; did you mean "count"? [unknown-key]
err has hint: this version of pawl has these keys of nic0.vfs: count, driver, mac-base, groups
err has bad.yaml:6:28: warning: a YAML 1.1 reader takes 0000:02:00.1 for the number 120.1 [yaml-1.1]
err has bad.yaml:6:51: error: driver: "default" is another driver on each machine: say the driver's name [bad-value]
