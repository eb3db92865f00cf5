# A VF that somebody uses: what cuts its traffic waits until that is allowed, what does not goes on.
facts tests/facts/lab-x86.json
lab x86
modprobe vfio-pci

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 2
|           driver: vfio-pci
|           groups: [{range: "0", net: {mac: ["02:17:02:00:00:00"], vlan: 7, trust: false, spoofchk: true}}]
run apply -y wish.yaml
exit 0
hold 0000:02:10.0 guest

file cut.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 2
|           driver: vfio-pci
|           groups: [{range: "0", net: {mac: ["02:17:02:00:00:99"], vlan: 9, trust: true, spoofchk: false}}]
run apply -y cut.yaml
exit 4
err has (VF 0 of 0000:02:00.0) may lose its traffic: it is open in
err has or let it be so: `--allow=traffic-cut:nic0.vf.0`
err has [traffic-cut]
err lacks [vfs-in-use]
out has affects  0000:02:10.0 may lose its traffic
run assert wish.yaml
exit 0

# what its frames are checked for is no cut
file check.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 2
|           driver: vfio-pci
|           groups: [{range: "0", net: {spoofchk: false}}]
run apply -y check.yaml
exit 0
err lacks [traffic-cut]
run assert check.yaml
exit 0

run apply -y --allow=traffic-cut:nic0.vf.0 cut.yaml
exit 0
err has allowed by --allow=traffic-cut
run assert cut.yaml
exit 0

# to take it back is a cut as well
run rollback -y
exit 4
err has [traffic-cut]
release 0000:02:10.0
run rollback -y
exit 8
run assert cut.yaml
exit 2
