# The interface over which whoever runs pawl is logged in.
facts tests/facts/kunpeng-used.json
lab no: the facts are a Kunpeng server's; ssh-interface-live is played there

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic1: {select: {pci: "0000:35:00.1"}, driver: none}

run apply -y wish.yaml
exit 4
err has 0000:35:00.1 would lose its driver: eth5 carries the ssh session of 198.51.100.7 [ssh-interface]
err has hint: log in through another interface, or at the console
err lacks [pf-in-use]
see 0000:35:00.1 driver hns3
