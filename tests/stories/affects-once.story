# Two settings of one virtual function affect it in the same way: that is said once.
facts tests/facts/lab-x86.json
lab no: only a plan is read
crash no: only a plan is read
modprobe vfio-pci

file a.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci, groups: [{range: "0-1", net: {vlan: 7, trust: false}}]}}
run apply -y a.yaml
exit 0

file b.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: vfio-pci, groups: [{range: "0-1", net: {vlan: 9, trust: true}}]}}
run plan b.yaml
exit 0
out
| ~ Plan * for lab-x86: 4 steps on 1 device
|
| ~ nic0  0000:02:00.0 *
|    ~ 1-4  nic0.vf.[0-1]  vf_trust  false -> true       disrupts
|    ~                     vf_vlan   7 qos 0 -> 9 qos 0  disrupts
|           why      vlan: 9 wanted, 7 found (b.yaml:5:88); trust: true wanted,
|                    false found (b.yaml:5:88)
|           affects  0000:02:10.[0,2] may lose their traffic
|           undo     vf_vlan back to 7 qos 0, vf_trust back to false
|
| ~ 0 to create, *
| Next: pawl apply b.yaml
