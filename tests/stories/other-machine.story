# The first command on a machine that the files are not for: each hint leads on, none to another refusal.
facts tests/facts/lab-x86.json
lab x86

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
run plan wish.yaml
exit 65
err has no host fits this machine (lab-x86); the hosts given are: kp001 [host-not-found]
err has hint: if it is one of them, give that one match: {hostname: lab-x86}; for other machines plan with --facts FILE
run plan wish.yaml --host kp001
exit 64
err has this machine is not kp001 but lab-x86 [other-host]
err has hint: plan with --facts FILE, captured on kp001; if this is kp001, say so in the file: match: {hostname: lab-x86}
run apply wish.yaml --host kp001 -y
exit 64
err has hint: give this command on kp001; if this is kp001, say so in the file: match: {hostname: lab-x86}

# from facts any host is planned for; the plan is applied on its own
run facts capture --out facts.json
exit 0
run plan wish.yaml --facts facts.json --host kp001 --out p.plan
exit 0
out has Next, on kp001: pawl apply p.plan
run show driver=nothing --facts facts.json
exit 1
err has hint: `pawl show --facts facts.json` lists all
run apply p.plan -y
exit 64
err has hint: take the saved plan to kp001, and apply it there
run show p.plan
exit 0
err has hint: take the saved plan to kp001, and apply it there

# many hosts are planned for, and rehearsed one by one
file many/notes.txt
| no facts
run rehearse wish.yaml --facts many
exit 65
err
| error: many cannot be read [unreadable]
|   cause: Is a directory
|   hint: name one file of it; `pawl plan` alone plans for all hosts of a directory

# what the hint says helps
file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     match: {hostname: lab-x86}
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
run apply wish.yaml -y
exit 0
