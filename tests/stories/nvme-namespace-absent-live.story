# On a real kernel: a mounted namespace is neither moved nor deleted, the one beside it is, and both ways are seen by the
# machine's own tools. QEMU's drives delete none: a shim answers Namespace Management before them (tests/lab/namespaces.c).
facts tests/facts/lab-x86.json
lab x86
twin no: its own drives make namespaces; namespace-in-use and nvme-namespace-goes play them
shim namespaces

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme:
|           vf-queues: 2
|           vf-interrupts: 1
|           namespaces: {db: {size: 64MiB, vf: 0}, log: {size: 64MiB, shared: true, controllers: [2]}}
run apply -y wish.yaml
exit 0
sh
| cat >find-disk <<'END'
| # FUNCTION NSID: the driver looks for its namespaces when its probe is over
| for try in $(seq 100); do
| 	nsid=$(grep -lx "$2" /sys/bus/pci/devices/$1/nvme/nvme*/nvme*n*/nsid) && break
| 	sleep 0.1
| done
| echo /dev/$(basename ${nsid%/nsid} | sed 's/c[0-9]*n/n/')
| END
| disk=$(sh find-disk 0000:01:00.1 5)
| modprobe minix
| mkfs.minix $disk >/dev/null
| mkdir -p data
| mount -t minix $disk data
| echo precious >data/file
| sync

file absent.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme:
|           vf-queues: 2
|           vf-interrupts: 1
|           namespaces: {db: {state: absent}, log: {state: absent}}
run apply -y --allow=data-loss:ssd0.ns.db,data-loss:ssd0.ns.log absent.yaml
exit 4
err has 0000:01:00.1 (VF 0 of 0000:01:00.0) would lose namespace 5: 
err has is mounted on 
err has [namespace-in-use]
err lacks 0000:01:00.2 (VF 1 of 0000:01:00.0) would lose
sh
| nvme list-ctrl /dev/nvme0 -n 5 -o json | grep -q '"ctrl_id":1'
| test "$(cat data/file)" = precious

# nor does it go to another VF
file moved.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme:
|           vf-queues: 2
|           vf-interrupts: 1
|           namespaces: {db: {size: 64MiB, vf: 1}, log: {state: absent}}
run apply -y --allow=data-loss:ssd0.ns.log moved.yaml
exit 4
err has [namespace-in-use]

# nor from who has its character device open, as guests with io_uring do, and no disk
sh
| umount data
| disk=$(sh find-disk 0000:01:00.1 5)
| sleep 600 </dev/ng${disk#/dev/nvme} >sleep.log 2>&1 &
| echo $! >sleeper
run apply -y --allow=data-loss:ssd0.ns.log moved.yaml
exit 4
err has 0000:01:00.1 (VF 0 of 0000:01:00.0) would lose namespace 5: nvme0n2 > ng0n2 is open in sleep (process 
sh
| kill $(cat sleeper)
run apply -y --allow=data-loss:ssd0.ns.log moved.yaml
exit 0
out has verified, the host is as wished.
sh
| nvme-agrees 0000:01:00.0
| nvme list-ctrl /dev/nvme0 -n 5 -o json | grep -q '"ctrl_id":2'
| ! nvme list-ns /dev/nvme0 --all | grep -q ':0x2$'
| disk=$(sh find-disk 0000:01:00.2 5)
| mount -t minix $disk data
| test "$(cat data/file)" = precious
| umount data

run apply -y --allow=data-loss:ssd0.ns.db,data-loss:ssd0.ns.log absent.yaml
exit 0
run apply -y absent.yaml
exit 0
out has nothing to do
sh
| test "$(nvme list-ns /dev/nvme0 --all | grep -c '0x')" = 1
