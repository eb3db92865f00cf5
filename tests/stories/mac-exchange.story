# A MAC that goes from one VF of a card to another leaves the first before the second gets it: a card has none
# twice at any moment. Of VFs that exchange theirs one has one of nobody's in between.
facts tests/facts/switches.json
lab no: on one card the same is played in tests/gates/mac-twice.story

file a.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0:
|         select: {pci: "0000:31:00.0"}
|         vfs:
|           count: 3
|           driver: none
|           groups: [{range: 0-2, net: {mac: ["02:00:00:00:00:0a", "02:00:00:00:00:0b", "02:00:00:00:00:0c"]}}]
run apply -y a.yaml
exit 0

# VF 1 lets go of b first
file moved.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0:
|         select: {pci: "0000:31:00.0"}
|         vfs:
|           count: 3
|           driver: none
|           groups: [{range: 0-1, net: {mac: ["02:00:00:00:00:0b", "02:00:00:00:00:0d"]}}]
run plan moved.yaml
exit 0
out has 1  nic0.vf.1  vf_mac  02:00:00:00:00:0b -> 02:00:00:00:00:0d
out has 2  nic0.vf.0  vf_mac  02:00:00:00:00:0a -> 02:00:00:00:00:0b
run apply -y moved.yaml
exit 0
run rollback -y
exit 8
out has 1  nic0.vf.0  vf_mac  02:00:00:00:00:0b -> 02:00:00:00:00:0a
out has 2  nic0.vf.1  vf_mac  02:00:00:00:00:0d -> 02:00:00:00:00:0b

# who is refused to let go is why nothing is given
fail vfs/0000:31:00.0/1/mac
run apply -y moved.yaml
exit 1
run plan a.yaml
exit 0
out has nothing to do

# two exchange theirs
file exchanged.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0:
|         select: {pci: "0000:31:00.0"}
|         vfs:
|           count: 3
|           driver: none
|           groups: [{range: 0-1, net: {mac: ["02:00:00:00:00:0b", "02:00:00:00:00:0a"]}}]
run plan exchanged.yaml
exit 0
out has 1  nic0.vf.0  vf_mac  02:00:00:00:00:0a -> 06:00:00:00:00:0a
out has 2  nic0.vf.1  vf_mac  02:00:00:00:00:0b -> 02:00:00:00:00:0a
out has 3  nic0.vf.0  vf_mac  06:00:00:00:00:0a -> 02:00:00:00:00:0b
run apply -y exchanged.yaml
exit 0
run rollback -y
exit 8
run plan a.yaml
exit 0
out has nothing to do

# three in a circle, and the address between is somebody's already
file circle.yaml
| pawl: 1
| hosts:
|   switches:
|     devices:
|       nic0:
|         select: {pci: "0000:31:00.0"}
|         vfs:
|           count: 3
|           driver: none
|           groups: [{range: 0-2, net: {mac: ["02:00:00:00:00:0b", "02:00:00:00:00:0c", "02:00:00:00:00:0a"]}}]
|       nic1:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 1, driver: none, mac-base: "06:00:00:00:00:0a"}
run plan circle.yaml
exit 0
out has nic0.vf.0  vf_mac     02:00:00:00:00:0a -> 16:00:00:00:00:0a
run apply -y circle.yaml
exit 0
run plan circle.yaml
exit 0
out has nothing to do

# a run that dies in between: the next one goes on, and so does a rollback
die vfs/0000:31:00.0/2/mac
run apply -y a.yaml
revive
run apply -y a.yaml
exit 0
run plan a.yaml
exit 0
out has nothing to do
