# The end state names the guests too, and what becomes secure with their functions though no file names it.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     devices:
|       nic0: {select: {pci: "0000:17:00.0"}, world: secure, vfs: {count: 4, driver: vfio-pci}}
|       nic1: {select: {pci: "0000:98:00.0"}, vfs: {count: 1, driver: vfio-pci}}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.1}]}
|       web1: {state: defined, hostdevs: [{device: nic1.vf.0}]}
|       web2: {hostdevs: [{device: nic1.vf.0}]}

run rehearse wish.yaml
exit 0
out has                0000:17:00.3      hisdk3    0 of 60  secure
out has GUEST  STATE    FUNCTIONS
out has cvm1   running  0000:17:01.1
out has web1   stopped  0000:98:01.0
out lacks web2
