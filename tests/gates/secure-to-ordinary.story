# An ordinary guest is to get a function of a port that was given to the secure world.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what is wished for later is refused, as it should be

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
file ordinary.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0:
|         select: {pci: "0000:17:00.0"}
|         world: ordinary
|         vfs: {count: 4, driver: none, groups: [{range: "0", driver: vfio-pci}]}
|     guests:
|       web1: {state: running, hostdevs: [{device: nic0.vf.0}]}
answer yes
run apply wish.yaml
exit 0
run apply -y ordinary.yaml
exit 4
err
| ordinary.yaml:11:40: error: web1 is an ordinary guest, and 0000:17:01.0 is, or becomes, secure: it cannot have anything of it [secure-to-ordinary]
|       web1: {state: running, hostdevs: [{device: nic0.vf.0}]}
|                                        ^~~~~~~~~~~~~~~~~~~~~
|   hint: give the guest a function below another root port
reboot
run apply -y ordinary.yaml
exit 4
err
| ordinary.yaml:11:40: error: web1 cannot have anything of nic0.vf.0, which may still be secure: it was in an earlier boot, and nothing tells what took it back [secure-to-ordinary]
|       web1: {state: running, hostdevs: [{device: nic0.vf.0}]}
|                                        ^~~~~~~~~~~~~~~~~~~~~
|   hint: give the guest a function below another root port
