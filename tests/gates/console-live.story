# The display that shows the virtual terminals, on the real kernel: it stays, and goes on showing them.
facts tests/facts/lab-x86.json
lab x86-console
twin no: the kernel's own tables say what is shown where

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86-console:
|     devices:
|       vga: {select: {pci: "0000:00:10.0"}, driver: none}

sh
| modprobe bochs
| test "$(cat /sys/class/graphics/fb0/name)" = bochs-drmdrmfb
run apply -y wish.yaml
exit 4
err has 0000:00:10.0 would lose its driver: it is the console tty0 [console]
err has hint: boot with another console
see 0000:00:10.0 driver bochs-drm
see 0000:00:10.0 driver_override -
sh
| echo here >/dev/tty0
| test -e /sys/class/graphics/fb0

# no word lets it pass
run apply -y --allow=console wish.yaml
exit 64
