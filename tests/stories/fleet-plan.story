# One plan for each host of which there are facts: equal ones are told once, and what is missing is said.
facts tests/facts/lab-x86.json
lab no: the facts are files, no machine is read

file fleet.yaml
| pawl: 1
| classes:
|   one: {devices: {nic0: {select: {pci: "0000:02:00.0"}, driver: none}}}
| hosts:
|   h1: {class: [one]}
|   h2: {class: [one]}
|   h3: {class: [one]}
|   h4: {class: [one]}
|   by-id: {class: [one], match: {machine-id: "0123456789abcdef0123456789abcdef"}}

file facts/h1.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {"hostname": "h1"}, "drivers": ["igb"],
|  "claims": [], "debts": [], "users": [], "functions": {"0000:02:00.0": {"driver": "../../../bus/pci/drivers/igb", "driver_override": ""}}}
file facts/h2.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {"hostname": "h2.example.org"}, "drivers": ["igb"],
|  "claims": [], "debts": [], "users": [], "functions": {"0000:02:00.0": {"driver": "../../../bus/pci/drivers/igb", "driver_override": ""}}}
file facts/rack7.json
| {"format": "pawl-facts", "version": 1, "origin": "", "drivers": ["igb"], "claims": [], "debts": [],
|  "machine": {"hostname": "localhost", "machine_id": "0123456789abcdef0123456789abcdef"},
|  "functions": {"0000:02:00.0": {"driver": null, "driver_override": "none"}}}
file facts/no-facts.txt
| what is no *.json file is left alone
file plans/README
| plans come here

run plan -f fleet.yaml --facts facts --out plans
exit 0
out
| Fleet of 3 hosts: 2 have the same plan, 1 differs.
|
| 2 hosts: these 2 steps on 1 device (h[1-2])
|
| nic0  0000:02:00.0  ?  driver igb
|    ~ 1-2  nic0  override  (not set) -> none
|    ~            driver    igb -> (no driver)  disrupts
|           why      driver: none wanted, igb found (fleet.yaml:3:65)
|           affects  0000:02:00.0 loses its driver
|           undo     driver back to igb, override back to (not set)
|
| 0 to create, 1 to change, 0 to delete; 1 disrupts; nothing irreversible, no reboot.
| ~ Plans: h1=????????, h2=????????
|
| 1 host: nothing to do, as wished (by-id)
|
| Next, on each host: pawl apply plans/HOST.plan
err has fleet.yaml:7:3: warning: no facts in facts are of this host: nothing is planned for it [host-without-facts]
err lacks h1

# who approves a plan in a ticket approves each host's own id
run plan -f fleet.yaml --facts facts -o markdown
exit 0
out has ## Plan for h\[1-2\]: 2 steps
out has Plans: h1=
out has , h2=
out has for by-id: nothing to do, as wished

# each plan is that host's own
run rehearse plans/h2.plan --facts facts/h2.json
exit 0
run rehearse plans/h2.plan --facts facts/h1.json
exit 6

# the gravest exit code; a refused host gets no plan, the others do
file facts/h3.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {"hostname": "h3"}, "drivers": ["igb"],
|  "claims": [], "debts": [], "users": [], "functions": {}}
file facts/h4.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {"hostname": "h4"}, "drivers": ["igb"],
|  "claims": [], "debts": [], "users": [], "functions": {}}
run plan -f fleet.yaml --facts facts --detailed-exitcode --out plans
exit 4
out has Next, on each host that has a plan there: pawl apply plans/HOST.plan
out has Fleet of 5 hosts: 2 have the same plan, 3 differ; 2 REFUSED.
out has 2 hosts: no step is planned, REFUSED (h[3-4])
err has no PCI function has pci "0000:02:00.0" (on h[3-4]) [device-not-found]
err has no plan is written for h[3-4]: a refused plan cannot be applied [not-saved]
run rehearse plans/h3.plan --facts facts/h3.json
exit 65

# who allows what no host's gates refuse has another fleet in mind
run plan -f fleet.yaml --facts facts --allow=group-not-whole:nic9
exit 4
err has --allow=group-not-whole:nic9 allows nothing: no such gate refuses [nothing-to-allow]

# one of them
run plan -f fleet.yaml --facts facts --host by-id --detailed-exitcode
exit 0
out has Fleet of 1 host: one plan.
run plan -f fleet.yaml --facts facts --host h1 --detailed-exitcode
exit 2
run plan -f fleet.yaml --facts facts --host h9
exit 65
err has did you mean "h1"?

# for programs
run plan -f fleet.yaml --facts facts -o json
exit 4
out has "format": "pawl-fleet"
out has "facts": "facts/rack7.json"

# who is nobody's host, whose facts are there twice, and what is no facts
file facts/stranger.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {"hostname": "s1"}, "drivers": [],
|  "claims": [], "debts": [], "users": [], "functions": {}}
file facts/twice.json
| {"format": "pawl-facts", "version": 1, "origin": "", "machine": {"hostname": "h1"}, "drivers": [],
|  "claims": [], "debts": [], "users": [], "functions": {}}
file facts/torn.json
| {"format": "pawl
run plan -f fleet.yaml --facts facts
exit 65
out has Fleet of 5 hosts
err has no host fits the machine of these facts (s1) [facts-without-host]
err has these facts are of a host that facts/h1.json is of as well [facts-twice]
err has facts/torn.json

file empty/README
| nothing here
run plan -f fleet.yaml --facts empty
exit 65
err has empty has no *.json file of facts in it
run plan -f fleet.yaml --facts facts --out nowhere
exit 64
err has --out names a directory
err has make it first: mkdir nowhere
