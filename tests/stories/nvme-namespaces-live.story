# A namespace is made for a VF on a real kernel, which reads and writes it, and is deleted. QEMU's drives make none: a shim
# answers Namespace Management before them, from namespaces that were prepared (tests/lab/namespaces.c).
facts tests/facts/lab-x86.json
lab x86 arm64
twin no: its own drives make namespaces; nvme-namespaces plays them
shim namespaces

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0:
|         select: {pci: "0000:01:00.0"}
|         vfs: {count: 2, driver: nvme, groups: [{range: "1", driver: vfio-pci}]}
|         nvme:
|           vf-queues: 2
|           vf-interrupts: 1
|           namespaces:
|             db: {size: 64MiB, vf: 0}
|             log: {size: 64MiB, shared: true, controllers: [2]}

sh
| # what was prepared is not there before it is made
| test "$(nvme list-ns /dev/nvme0 --all | grep -c '0x')" = 1
run apply -y wish.yaml
exit 0
out has verified, the host is as wished.
see 0000:01:00.1 driver nvme
see 0000:01:00.2 driver vfio-pci
sh
| nvme-agrees 0000:01:00.0
| # 5 is prepared for one controller, 2 for several
| nvme list-ctrl /dev/nvme0 -n 5 -o json | grep -q '"ctrl_id":1'
| nvme list-ctrl /dev/nvme0 -n 2 -o json | grep -q '"ctrl_id":2'
| vf=$(basename /sys/bus/pci/devices/0000:01:00.1/nvme/nvme*)
| disk=/dev/$(basename /sys/bus/pci/devices/0000:01:00.1/nvme/$vf/nvme*n5 | sed 's/c[0-9]*n/n/')
| head -c 65536 /dev/urandom >written
| dd if=written of=$disk bs=4096 oflag=direct
| dd if=$disk bs=4096 count=16 iflag=direct | cmp - written

run apply -y wish.yaml
exit 0
out has nothing to do
run show -f wish.yaml ssd0
exit 0
out has 0000:01:00.0  2          ssd0.ns.log  64 MiB  512 B  2           ssd0.vf.1  yes
out has 0000:01:00.0  5          ssd0.ns.db   64 MiB  512 B  1           ssd0.vf.0

# who is allowed to takes it from the VF, whose kernel then has no such disk, and from the drive
file gone.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, nvme: {namespaces: {db: {state: absent}}}}
run apply -y gone.yaml
exit 4
err has [data-loss]
run apply -y --allow=data-loss:ssd0.ns.db gone.yaml
exit 0
see 0000:01:00.1 driver nvme
sh
| nvme-agrees 0000:01:00.0
| test "$(nvme list-ns /dev/nvme0 --all | grep -c '0x')" = 2
| vf=$(basename /sys/bus/pci/devices/0000:01:00.1/nvme/nvme*)
| for i in $(seq 50); do ls -d /sys/bus/pci/devices/0000:01:00.1/nvme/$vf/nvme*n5 || exit 0; sleep 0.1; done
| exit 1
