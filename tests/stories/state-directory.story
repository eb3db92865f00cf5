# What pawl remembers must be where root alone can put it: anything else is refused in its own words, before any write.
facts tests/facts/lab-x86.json
lab x86
twin no: its files have no owners, and are never links

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}

# a link to a directory
sh
| mkdir -m 700 /tmp/elsewhere
| ln -s /tmp/elsewhere /var/lib/pawl
run apply -y wish.yaml
exit 69
err has var/lib/pawl is a symbolic link
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# a link to nowhere
sh
| ln -s /tmp/nowhere /var/lib/pawl
run apply -y wish.yaml
exit 69
err has var/lib/pawl is a symbolic link
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# others may write
sh
| mkdir -m 777 /var/lib/pawl
run apply -y wish.yaml
exit 69
err has var/lib/pawl can be written by others (mode 0777)
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# another's
sh
| mkdir -m 700 /var/lib/pawl
| chown 1000 /var/lib/pawl
run apply -y wish.yaml
exit 69
err has var/lib/pawl belongs to user 1000, not to root
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# a file
sh
| : >/var/lib/pawl
run apply -y wish.yaml
exit 69
err has var/lib/pawl is no directory
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# read-only
sh
| mkdir -m 700 /var/lib/pawl
| mount -t tmpfs -o ro,mode=700 none /var/lib/pawl
run apply -y wish.yaml
exit 1
err has /var/lib/pawl/ledger: Read-only file system
err has [ledger-unwritable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# others may write its journal
sh
| mkdir -m 700 /var/lib/pawl
| : >/var/lib/pawl/journal
| chmod 666 /var/lib/pawl/journal
run apply -y wish.yaml
exit 69
err has var/lib/pawl/journal can be written by others (mode 0666)
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# others may write its ledger
sh
| mkdir -m 700 /var/lib/pawl
| : >/var/lib/pawl/ledger
| chmod 660 /var/lib/pawl/ledger
run apply -y wish.yaml
exit 69
err has var/lib/pawl/ledger can be written by others (mode 0660)
err has [ledger-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# its journal a pipe
sh
| mkdir -m 700 /var/lib/pawl
| mkfifo /var/lib/pawl/journal
run apply -y wish.yaml
exit 69
err has var/lib/pawl/journal is a pipe or a device, not a file
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# its journal a directory
sh
| mkdir -m 700 /var/lib/pawl
| mkdir /var/lib/pawl/journal
run apply -y wish.yaml
exit 69
err has /var/lib/pawl/journal: Is a directory
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# its journal a link
sh
| mkdir -m 700 /var/lib/pawl
| : >/tmp/journal
| ln -s /tmp/journal /var/lib/pawl/journal
run apply -y wish.yaml
exit 69
err has var/lib/pawl/journal is a symbolic link
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# its journal a link to nowhere
sh
| mkdir -m 700 /var/lib/pawl
| ln -s /tmp/nothing /var/lib/pawl/journal
run apply -y wish.yaml
exit 69
err has var/lib/pawl/journal is a symbolic link
err has [journal-unreadable]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# /run/pawl is a link
sh
| mkdir -m 700 /tmp/run
| ln -s /tmp/run /run/pawl
run apply -y wish.yaml
exit 69
err has run/pawl is a symbolic link
err has [locked]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# others may write /run/pawl
sh
| mkdir -m 777 /run/pawl
run apply -y wish.yaml
exit 69
err has run/pawl can be written by others (mode 0777)
err has [locked]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# another's /run/pawl
sh
| mkdir -m 700 /run/pawl
| chown 1000 /run/pawl
run apply -y wish.yaml
exit 69
err has run/pawl belongs to user 1000, not to root
err has [locked]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# a lock is a pipe
sh
| mkdir -m 700 /run/pawl
| mkfifo /run/pawl/host.lock
run apply -y wish.yaml
exit 69
err has host.lock is a pipe or a device, not a file
err has [locked]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# a lock is a link
sh
| mkdir -m 700 /run/pawl
| ln -s /etc/passwd /run/pawl/host.lock
run apply -y wish.yaml
exit 69
err has host.lock is a symbolic link
err has [locked]
see 0000:02:00.0 sriov_numvfs 0
see 0000:02:00.0 sriov_drivers_autoprobe 1
sh
| umount /var/lib/pawl 2>/dev/null || true
| rm -rf /var/lib/pawl /run/pawl /tmp/elsewhere /tmp/run

# none at all is made, and a file system that runs no programs is no hindrance
sh
| mv /var/lib /var/lib.away
run apply -y wish.yaml
exit 0
sh
| test "$(stat -c %a /var/lib/pawl)" = 700
| test "$(stat -c %a /var/lib/pawl/journal)" = 600
| rm -rf /var/lib
| mv /var/lib.away /var/lib
| mkdir -m 700 /var/lib/pawl
| mount -t tmpfs -o noexec,nosuid,mode=700 none /var/lib/pawl
| echo 0 >/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
run apply -y wish.yaml
exit 0
