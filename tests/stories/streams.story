# Standard streams that are closed or full: the run does its work, and an answer that got lost is an error.
facts tests/facts/lab-x86.json
lab x86
twin no: there pawl has streams in memory

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

sh
| for words in 'plan wish.yaml' 'plan -o json wish.yaml' show status 'facts capture' '--version' '--help' 'validate wish.yaml'; do
|   code=0
|   pawl $words >/dev/full 2>err || code=$?
|   test $code = 1
|   grep -q 'standard output does not take all of the output .output.' err
| done
| code=0
| pawl plan wish.yaml >&- 2>err || code=$?
| test $code = 1
| grep -q 'Bad file descriptor' err
| pawl plan wish.yaml <&- >/dev/null
| pawl plan wish.yaml >/dev/null 2>&-
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1

sh
| code=0
| pawl apply -y wish.yaml >/dev/full 2>err || code=$?
| test $code = 1
| grep -q 'No space left on device' err
see 0000:02:10.0 driver_override none
sh
| echo 0 >/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
| code=0
| pawl apply -y wish.yaml <&- >&- 2>&- || code=$?
| test $code = 1
see 0000:02:10.0 driver_override none
run status
exit 0
out has : fine
