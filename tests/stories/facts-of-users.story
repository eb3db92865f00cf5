# Who held a function that is gone, or ran before a boot, is no part of facts: a plan can be made from them.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: a boot in between

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: secure
|         vfs: {count: 4, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}

# seen when users were looked for, and gone or not there yet when functions were
hold 0000:17:01.0 somebody
run facts capture --out facts.json
exit 0
run plan wish.yaml
exit 0
run plan --facts facts.json wish.yaml
exit 0
out begins as before
release 0000:17:01.0

answer yes
run apply wish.yaml
exit 0
reboot
run facts capture
exit 0
out lacks "use": "vfio"
run facts capture --out facts.json
exit 0
run plan wish.yaml
exit 0
run plan --facts facts.json wish.yaml
exit 0
out begins as before
