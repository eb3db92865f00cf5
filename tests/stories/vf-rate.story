# What a VF sends at most is set with its other settings and read back; what the card does not take is told in words.
facts tests/facts/lab-x86.json
lab x86
crash no: a refused setting ends a run with 5 or, when nothing else was left to do, with 1

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 2
|           groups:
|             - {range: "0", net: {max-rate: 100}}

file least.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 2
|           groups:
|             - {range: "0", net: {max-rate: 100}}
|             - {range: "1", net: {min-rate: 10}}

file fast.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0:
|         select: {pci: "0000:02:00.0"}
|         vfs:
|           count: 2
|           groups:
|             - {range: "0", net: {max-rate: 1001}}

# igb takes a rate only while its link is there (igb_ndo_set_vf_bw)
sh
| ip link set eth0 up
| for i in $(seq 100); do test "$(cat /sys/class/net/eth0/speed 2>/dev/null)" = 1000 && break; sleep 0.1; done

run apply -y wish.yaml
exit 0
run show -o json 0000:02:10.0
out has "rate": "min 0 max 100"
run plan wish.yaml
exit 0
out has nothing to do, the host is as wished
sh
| ip link show eth0 | grep -q 'vf 0 .*max_tx_rate 100Mbps'

run apply -y least.yaml
exit 1
err has least.yaml:11:15: error: the kernel does not take "min 10 max 0" as vf_rate of 0000:02:00.0 vf 1
err has path: /sys/class/net/eth0: Invalid argument
err has hint: many drivers take no min-rate
run show -o json 0000:02:10.2
out has "rate": "min 0 max 0"

run apply -y fast.yaml
exit 1
err has the kernel does not take "min 0 max 1001" as vf_rate of 0000:02:00.0 vf 0
err has path: /sys/class/net/eth0: Invalid argument
run show -o json 0000:02:10.0
out has "rate": "min 0 max 100"

# without its link the driver takes none
sh
| ip link set eth0 down
| sed 's/max-rate: 100/max-rate: 50/' wish.yaml >slow.yaml
| pawl apply -y slow.yaml 2>err && exit 1
| grep -q 'path: /sys/class/net/eth0: Invalid argument' err
| grep -q 'hint: many drivers .* the link' err
