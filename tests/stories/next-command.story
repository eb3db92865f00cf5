# The next command that a plan names can be given as it stands, or is not named.
facts tests/facts/lab-x86.json
lab x86

file -odd.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}
file plain.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

run facts capture --out facts.json
exit 0
run plan -- -odd.yaml
exit 0
out has Next: pawl apply -- -odd.yaml
run rehearse --facts facts.json -- -odd.yaml
exit 0
run plan --facts facts.json --host lab-x86 plain.yaml
exit 0
out has Next: pawl rehearse --host lab-x86 --facts facts.json plain.yaml
run plan --facts facts.json --root / plain.yaml
exit 64
err has --facts and --root each say where the machine is
run plan --facts - -f -
exit 64
err has standard input can be read once only
run show --facts absent.json
exit 65
err
| error: absent.json cannot be read [unreadable]
|   cause: No such file or directory
|   hint: `pawl facts capture --out FILE` makes such a file on its host

# what stood in a pipe is gone: no command is named. Several pipes and files are one configuration
file rest.yaml
| pawl: 1
| defaults: {platform: vfio}
sh
| mkfifo one two
| cat plain.yaml >one &
| pawl plan one rest.yaml >out
| grep -q '4 steps on 1 device' out
| if grep Next: out; then exit 1; fi
| cat plain.yaml >one &
| cat rest.yaml >two &
| pawl plan --out change.plan one two | grep -q 'Next: pawl apply change.plan'
| pawl rehearse - <change.plan | grep -q 'The end state'
