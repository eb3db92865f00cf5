# The graphics function that the console is on.
facts tests/facts/kunpeng-used.json
lab no: the facts are a Kunpeng server's; console-live is played there

file wish.yaml
| pawl: 1
| hosts:
|   kp001:
|     devices:
|       vga: {select: {pci: "0000:02:00.0"}, driver: vfio-pci}

run apply -y wish.yaml
exit 4
err has 0000:02:00.0 would lose its driver: it is the console tty0 [console]
err has hint: boot with another console
see 0000:02:00.0 driver hibmc-drm
