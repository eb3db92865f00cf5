# Functions that a guest keeps are judged as if the files listed them: no protection comes to them, nor a secure world.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng, and libvirt

file ordinary.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, world: ordinary, vfs: {count: 4, driver: vfio-pci}}
|     guests:
|       web1: {state: running, hostdevs: [{device: ssd0.vf.1}]}
|       web2: {state: stopped, hostdevs: [{device: ssd0.vf.2}]}
file given.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, world: secure, vfs: {count: 4, driver: vfio-pci}}
|     guests:
|       web1: {confidential: virtcca, state: running, hostdevs: [{device: ssd0.vf.1}]}
file confidential.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       web1: {confidential: virtcca, state: running}
file defined.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       web2: {confidential: virtcca, state: defined}
file beside.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, world: secure, vfs: {count: 4, driver: vfio-pci}}
|     guests:
|       web1: {state: stopped, hostdevs: []}
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: ssd0.vf.1}]}
|       web2: {state: stopped}
file elsewhere.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0:
|         select: {pci: "0000:a1:00.0"}
|         world: secure
|         vfs: {count: 4, driver: vfio-pci}
|     guests:
|       web1: {state: stopped, hostdevs: []}
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: ssd0.vf.1}]}
|       web2: {state: stopped, hostdevs: []}
file fewer.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       ssd0: {select: {pci: "0000:a1:00.0"}, world: ordinary, vfs: {count: 2, driver: vfio-pci}}
|     guests:
|       web1: {state: stopped, hostdevs: []}
|       web2: {state: stopped}

file rest.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       web1: {state: stopped, hostdevs: []}

run apply -y ordinary.yaml
exit 0
run plan given.yaml
exit 4
out has consent
err has [vfs-in-use]
run plan confidential.yaml
exit 65
err has its protection is to be virtcca, not none, and has 0000:a1:00.2, of which `hostdevs` says nothing [hostdevs-not-given]
run plan defined.yaml
exit 65
err has [hostdevs-not-given]
run plan beside.yaml
exit 4
err has web2 gets ssd0.vf.2, and is an ordinary guest: ssd0 says `world: secure`, and must say `world: ordinary` [guest-device]
run plan fewer.yaml
exit 4
err has web2 gets ssd0.vf.2, and ssd0 will have 2 VFs, counted from 0 [guest-device]
run apply -y rest.yaml
exit 0
run plan elsewhere.yaml
exit 0
out has consent

# its VFs went with a boot: their addresses tell the port still
reboot
run plan beside.yaml
exit 4
err has web2 is an ordinary guest, and 0000:a1:00.3, which it keeps, becomes secure [secure-to-ordinary]
