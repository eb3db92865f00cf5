# The unit under a live systemd: VFs are back before libvirt and the network managers start; a ledger that cannot be
# believed makes it fail, and nothing else. systemd has a process namespace of its own here.
facts tests/facts/lab-x86.json
lab x86
twin no: there is no systemd

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: none}
|         nvme: {vf-queues: 2, vf-interrupts: 1}
# what runs once all others have: a look, and the unit once more with a ledger that cannot be believed
file told.sh
| look() { systemctl show -p Result -p ExecMainStatus -p ActiveState pawl-host; systemctl --failed --plain --no-legend; }
| look >/tmp/told.first
| cat /sys/bus/pci/devices/0000:02:00.0/sriov_numvfs >>/tmp/told.first
| nvme list-secondary /dev/nvme0 | grep -c Online >/tmp/told.online
| echo 0 >/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
| sed -i '2s/./x/5' /var/lib/pawl/ledger
| systemctl restart pawl-host && echo started >/tmp/told.second
| look >>/tmp/told.second
| kill -37 1 # SIGRTMIN+3: halt (systemd(1), Signals)
file boot.sh
| units=/etc/systemd/system
| rm -rf $units
| mkdir -p $units/pawl-host.service.d
| cp /job/pawl-host.service $units/
| printf '[Service]\nStandardError=file:/tmp/pawl.err\n' >$units/pawl-host.service.d/err.conf
| unit() { # NAME COMMAND [AFTER]
|   printf '[Unit]\nDefaultDependencies=no\nAfter=%s\n[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=%s\n' "${3:-}" "$2" >"$units/$1.service"
| }
| starts=(libvirtd virtqemud NetworkManager systemd-networkd)
| for name in "${starts[@]}"; do unit "$name" "/bin/cp /sys/bus/pci/devices/0000:02:00.0/sriov_numvfs /tmp/seen.$name"; done
| unit told "/bin/sh $PWD/told.sh" boot.target
| wants="pawl-host.service ${starts[*]/%/.service}"
| printf '[Unit]\nWants=%s\nAfter=%s\n' "$wants" "$wants" >$units/boot.target
| printf '[Unit]\nWants=boot.target told.service\n' >$units/all.target
| timeout 100 unshare --pid --fork --mount --mount-proc --kill-child env container=lab /lib/systemd/systemd --system --unit=all.target </dev/null >/tmp/systemd.log 2>&1
| cat /tmp/told.* /tmp/pawl.err
| for name in "${starts[@]}"; do cat "/tmp/seen.$name"; done | tr -d '\n' >/tmp/seen

# in a boot before this one
sh
| bin=$(sed -n 's/^ExecStart=\(.*\) restore$/\1/p' /job/pawl-host.service)
| mkdir -p "$(dirname "$bin")"
| ln -sf /job/bin/pawl "$bin"
| echo 11111111-2222-3333-4444-555555555555 >/tmp/boot_id
| mount --bind /tmp/boot_id /proc/sys/kernel/random/boot_id
run apply -y wish.yaml
exit 0
sh
| umount /proc/sys/kernel/random/boot_id
| echo 0 >/sys/bus/pci/devices/0000:02:00.0/sriov_numvfs
| echo 0 >/sys/bus/pci/devices/0000:01:00.0/sriov_numvfs
| bash ./boot.sh
| test "$(cat /tmp/seen)" = 2222
| test "$(cat /tmp/told.online)" = 2
| grep -x ActiveState=active /tmp/told.first
| grep -x ExecMainStatus=0 /tmp/told.first
| ! grep started /tmp/told.second
| grep -x ActiveState=failed /tmp/told.second
| grep -x ExecMainStatus=69 /tmp/told.second
| test "$(grep -c loaded /tmp/told.second)" = 1
| grep -q 'set-unknown' /tmp/pawl.err
see 0000:02:00.0 sriov_numvfs 0
