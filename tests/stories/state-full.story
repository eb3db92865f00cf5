# The disk of the state is full: before the first line, and in the middle of a run. Then there is room again.
facts tests/facts/lab-x86.json
lab x86
twin no: its disk has no end; disk-full fails each line there

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

sh
| mkdir -m 700 /var/lib/pawl
| mount -t tmpfs -o size=8192,mode=700 none /var/lib/pawl
| head -c 8192 /dev/zero >/var/lib/pawl/fill
run apply -y wish.yaml
exit 1
err has /var/lib/pawl/ledger: No space left on device
err has [ledger-unwritable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1

# a page for the ledger, and none for the plan that is kept before the journal's first line
sh
| rm /var/lib/pawl/fill
run apply -y wish.yaml
exit 1
err has /var/lib/pawl/plan: No space left on device
err has [plan-unwritable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1

# the journal, by now larger than the plan, may grow by a line or two only: no half line stays
sh
| mount -o remount,size=1M /var/lib/pawl
| state=/var/lib/pawl vfs=/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
| while pawl apply -y wish.yaml >/dev/null && echo 0 >$vfs; do
|   test "$(stat -c %s $state/journal)" -gt "$(stat -c %s $state/plan)" && break
| done
| most=$(($(stat -c %s $state/journal) + 700))
| test "$most" -gt "$(stat -c %s $state/ledger)"
| code=0; prlimit --fsize=$most pawl apply -y wish.yaml >out 2>&1 || code=$?
| echo "code $code" >>out
| cat out
| grep -q '^code 5$' out
| grep -q 'journal: File too large' out
| test "$(tail -c 1 $state/journal | od -An -c | tr -d ' ')" = '\n'
run status
exit 0
out has : stopped part-way; `pawl resume` goes on from there

run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
see 0000:02:10.0 driver_override none

# a file may not grow (ulimit -f): an error as well, and no signal
sh
| echo 0 >/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
| rm /var/lib/pawl/journal
| sh -c 'ulimit -f 1; pawl apply -y wish.yaml 2>&1; echo "code $?"' | cat >out
| cat out
| grep -q '^code [15]$' out
| grep -qE '(ledger|plan): File too large' out
run apply -y wish.yaml
exit 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
