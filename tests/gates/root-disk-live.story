# What the system boots from on the real kernel, by itself and below md: the disk stays, and what is on it.
facts tests/facts/lab-x86.json
lab x86
twin no: the kernel's own tables say what is mounted where

modprobe vfio-pci
file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       ssd0: {select: {pci: "0000:01:00.0"}, driver: vfio-pci}

# an NVMe namespace that controllers may share is a head above their ways (drivers/nvme/host/multipath.c)
sh
| modprobe -a minix md_mod raid1
| mkfs.minix /dev/nvme0n1 >/dev/null
| mkdir -p /boot
| mount -t minix /dev/nvme0n1 /boot
| echo kernel >/boot/vmlinuz
run apply -y wish.yaml
exit 4
err has 0000:01:00.0 would lose its driver: nvme0n1 holds /boot [root-disk]
err has hint: leave this device out: the system needs it for /boot
err lacks [pf-in-use]
see 0000:01:00.0 driver nvme
see 0000:01:00.0 driver_override -
sh
| test "$(cat /boot/vmlinuz)" = kernel
| umount /boot

# no word lets it pass
run apply -y --allow=root-disk wish.yaml
exit 64

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
| mkdir -p /efi
| mount -t minix /dev/md7 /efi
| echo loader >/efi/grub
run apply -y wish.yaml
exit 4
err has 0000:01:00.0 would lose its driver: nvme0n1 > md7 holds /efi [root-disk]
err lacks [pf-in-use]
see 0000:01:00.0 driver nvme
sh
| test "$(cat /efi/grub)" = loader
