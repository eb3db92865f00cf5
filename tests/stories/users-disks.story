# A disk that is mounted, holds swap or is held by md is in use, down to the function that it is on.
facts tests/facts/lab-x86.json
lab x86
twin no: the kernel's own tables say who uses a disk

run show
exit 0
out lacks USED BY
out lacks not known of users

# the disk is a head above the ways of its controllers: drivers/nvme/host/multipath.c
sh
| modprobe -a minix md_mod raid1
| mkfs.minix /dev/nvme0n1 >/dev/null
| mkdir /tmp/data "/tmp/my data"
| mount -t minix /dev/nvme0n1 /tmp/data
| mount --bind /tmp/data "/tmp/my data"
run show 0000:01:00.0
exit 0
out has /tmp/data
run show -o json 0000:01:00.0
exit 0
out has "use": "mount"
out has "through": "nvme0n1"
out lacks "use": "root"
sh
| mkdir /boot 2>/dev/null || true
| mount --move "/tmp/my data" /boot
run show -o json 0000:01:00.0
exit 0
out has "use": "root"
sh
| umount /boot /tmp/data

# a guest or a database has it open as it is: no file system tells
sh
| sleep 1000 </dev/nvme0n1 >/dev/null 2>&1 &
| echo $! >/tmp/pid
| sleep 1
run show -o json 0000:01:00.0
exit 0
out has "use": "open"
out has "through": "nvme0n1"
out has "who": "sleep (process
file take.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: none}
run apply -y take.yaml
exit 4
err has 0000:01:00.0 would lose its driver: nvme0n1 is open in sleep (process
err has hint: stop sleep (process
err has [pf-in-use]
see 0000:01:00.0 driver nvme
sh
| kill "$(cat /tmp/pid)"
| sleep 1

sh
| mkswap /dev/nvme0n1 >/dev/null
| swapon /dev/nvme0n1
run show -o json 0000:01:00.0
exit 0
out has "use": "swap"
out has "who": "/dev/nvme0n1"
sh
| swapoff /dev/nvme0n1
run show 0000:01:00.0
exit 0
out lacks USED BY

# md holds it, and what is mounted on md is mounted on it (Documentation/admin-guide/md.rst)
sh
| echo md7 >/sys/module/md_mod/parameters/new_array
| cd /sys/block/md7/md
| echo raid1 >level
| echo 1 >raid_disks
| echo 32768 >component_size
| cat /sys/class/block/nvme0n1/dev >new_dev
| echo 0 >dev-nvme0n1/slot
| echo active >array_state
| mkfs.minix /dev/md7 >/dev/null
| mount -t minix /dev/md7 /tmp/data
run show 0000:01:00.0
exit 0
out has /tmp/data, md7
run show -o json 0000:01:00.0
exit 0
out has "through": "nvme0n1 > md7"
out has "use": "holder"
