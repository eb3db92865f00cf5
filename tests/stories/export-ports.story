# A drive with two ports: each of its namespaces is written down once, below the port of who has it.
facts tests/facts/ports.json
lab no: no drive of the lab has two ports
crash no: it only reads

run export
exit 0
out has ns1:
out lacks ns1-2:
run export --out wish.yaml
exit 0
run plan --detailed-exitcode wish.yaml
exit 0
out has nothing to do
