# A protection that the files do not say is left as it is, by a stop as by a start; one that they say is a wish.
facts examples/facts/kunpeng.json
lab no: a secure world needs a Kunpeng, and libvirt

file make.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       cvm1: {confidential: virtcca, state: stopped}
|       web1: {state: stopped}
file stopped.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       cvm1: {state: stopped}
|       web1: {state: stopped}
file running.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       cvm1: {state: running}
|       web1: {state: running}
file none.yaml
| pawl: 1
| hosts:
|   kp001:
|     platform: virtcca
|     guests:
|       cvm1: {confidential: none, state: stopped}

run apply -y make.yaml
exit 0
out has (not defined) -> virtcca
out has (not defined) -> ordinary
run assert stopped.yaml
exit 0
run apply -y running.yaml
exit 0
out has stopped -> running
out lacks virtcca
run apply -y stopped.yaml
exit 0
out lacks virtcca

# said, it is a difference like any other
run assert make.yaml
exit 0
run assert none.yaml
exit 2
run plan none.yaml
exit 0
out has virtcca -> ordinary
run apply -y none.yaml
exit 0
run assert stopped.yaml
exit 0
run assert make.yaml
exit 2
