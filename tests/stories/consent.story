# Consent is given before anything is started, for a guest of the files; it is asked for once, and taken back.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng
crash no: what was noted before a death is not asked for again

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
|       nic1: {select: {pci: "0000:98:00.0"}, vfs: {count: 1, driver: vfio-pci}}
|     guests:
|       cvm1: {confidential: virtcca, state: running, hostdevs: [{device: nic0.vf.0}]}
|       web1: {state: running, hostdevs: [{device: nic1.vf.0}]}

run consent
exit 64
run consent cvm9 -f wish.yaml
exit 1
err has [no-such-guest]
run consent web1 -f wish.yaml
exit 1
err has [no-consent-needed]
run plan wish.yaml --target web1
out has (not defined) -> ordinary with nic1.vf.0
run consent cvm1
exit 1
err has this machine has no guest cvm1 [no-such-guest]

# without a terminal it is the id that answers
run consent cvm1 -f wish.yaml
exit 64
out
| Secure domain 0000:16:00.0: with cvm1 all of this becomes secure, for good
| ADDRESS       CLASS     NAME                  DRIVER  GROUP  VFS      HANDLE  KNOWN AS                         PATH
| 0000:17:00.0  Ethernet  Huawei Hi1822 Family  hisdk3  11     0 of 60  nic0    ens3f0, serial 033XYZ10L8000123  0000:16:00.0/00.0
| 0000:17:00.1  Ethernet  Huawei Hi1822 Family  hisdk3  12     0 of 60          ens3f1, serial 033XYZ10L8000123  0000:16:00.0/00.1
| 0000:17:00.2  Ethernet  Huawei Hi1822 Family  hisdk3  13     0 of 60          ens3f2, serial 033XYZ10L8000123  0000:16:00.0/00.2
| 0000:17:00.3  Ethernet  Huawei Hi1822 Family  hisdk3  14     0 of 60          ens3f3, serial 033XYZ10L8000123  0000:16:00.0/00.3
|   with 4 VFs: nic0.vf.[0-3]
|   closure  640c5bc7
|   consent  none
|   world    ordinary, as far as anybody knows
|
err has there is no terminal to ask on [not-accepted]
err has hint: look at what is shown, then: pawl consent cvm1 --accept-irreversible
run consent cvm1 -f wish.yaml --accept-irreversible 0123
exit 4
err has [accepted-other]

answer no
run consent cvm1 -f wish.yaml
exit 1
err has Nothing was noted.
answer yes
run consent cvm1 -f wish.yaml --note agreed
exit 0
out has Consent is noted, and nothing was started. To take it back: pawl consent cvm1 --revoke -f wish.yaml
see 0000:17:00.0 sriov_numvfs 0
run consent cvm1 -f wish.yaml
exit 0
out has  (agreed), for 640c5bc7, which is this closure
out has , which is this closure
out has Consent to all of this was given before: nothing to do.

# so the plan asks nothing any more
run plan wish.yaml
out lacks consent
run apply -y wish.yaml --target cvm1 --target nic0
exit 0
see 0000:17:01.0 driver vfio-pci
run consent cvm1
exit 0
out has with 4 VFs: 0000:17:01.[0-3]
out has world    secure: the guest cvm1 runs with it

# what is taken back is asked for again; what became secure stays so
run consent cvm1 --revoke
exit 0
out
| Consent to the secure domain 0000:16:00.0 is taken back, for every guest. Its world stays as it is: secure: the guest cvm1 runs with it.
run consent cvm1 --revoke
exit 0
out has There was no consent to take back: nothing to do.
run consent cvm1
exit 64
out has consent  taken back
out has secure: the guest cvm1 runs with it

# for programs: the first call says what is asked, with the id that answers, and nobody is asked on a terminal
answer yes
run consent cvm1 -f wish.yaml -o json
exit 64
out has "guest": "cvm1"
out has "noted": false
out has "domain": "0000:16:00.0"
out has "world": "secure"
out has "0000:17:01.3"
out has "consent": false
out lacks Secure domain
err has with -o json nobody is asked [not-accepted]
answer yes
run consent cvm1 -f wish.yaml
exit 0
run consent cvm1 -f wish.yaml -o json
exit 0
out has "noted": false
out has "consent": true
run consent cvm1 --revoke -o json
exit 0
out has "noted": true
out has "consent": false
out lacks Consent to the secure domain
run consent 0000:16:00.0 --revoke -o json
exit 0
out has "guest": null
out has "noted": false
