# show says which functions are secure; after a boot nobody knows.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng

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

run show
exit 0
out lacks WORLD

answer yes
run apply wish.yaml
exit 0
run show 0000:17
exit 0
out
| ADDRESS       CLASS     NAME                                   DRIVER    GROUP  VFS      WORLD   KNOWN AS                         USED BY  PATH
| 0000:17:00.0  Ethernet  Huawei Hi1822 Family                   hisdk3    11     4 of 60  secure  ens3f0, serial 033XYZ10L8000123           0000:16:00.0/00.0
| 0000:17:00.1  Ethernet  Huawei Hi1822 Family                   hisdk3    12     0 of 60  secure  ens3f1, serial 033XYZ10L8000123           0000:16:00.0/00.1
| 0000:17:00.2  Ethernet  Huawei Hi1822 Family                   hisdk3    13     0 of 60  secure  ens3f2, serial 033XYZ10L8000123           0000:16:00.0/00.2
| 0000:17:00.3  Ethernet  Huawei Hi1822 Family                   hisdk3    14     0 of 60  secure  ens3f3, serial 033XYZ10L8000123           0000:16:00.0/00.3
| 0000:17:01.0  Ethernet  Huawei Hi1822 Family Virtual Function  vfio-pci  30              secure                                   cvm1     0000:16:00.0/01.0
| 0000:17:01.1  Ethernet  Huawei Hi1822 Family Virtual Function  none                      secure                                            0000:16:00.0/01.1
| 0000:17:01.2  Ethernet  Huawei Hi1822 Family Virtual Function  none                      secure                                            0000:16:00.0/01.2
| 0000:17:01.3  Ethernet  Huawei Hi1822 Family Virtual Function  none                      secure                                            0000:16:00.0/01.3
run show --tree 0000:17
exit 0
out has vfio-pci  secure  cvm1
run show -o json 0000:17:01.0
exit 0
out has "world": "secure"
run show -o json 0000:98:00.0
exit 0
out has "world": "ordinary"

reboot
run show 0000:17:00.0
exit 0
out has 0 of 60  unknown
