# A run dies when it has let go of a VF's driver, which no wish names and which was to come back: who goes on brings it.
facts tests/facts/drives.json
lab no: pawl dies at a chosen write
crash no: it dies already
file first.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2, driver: nvme}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
file second.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2}
|         nvme: {vf-queues: 4, vf-interrupts: 7}
run apply -y first.yaml
exit 0
die nvme/*/queues
run apply -y second.yaml
revive
see 0000:51:00.1 driver -
run plan second.yaml
out has (no driver) -> nvme
run resume -y
exit 0
see 0000:51:00.1 driver nvme

# one that somebody has bound by hand, and pawl only found
file none.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 0}
run apply -y none.yaml
exit 0
run apply -y second.yaml
exit 0
see 0000:51:00.1 driver -
write sys/bus/pci/drivers/nvme/bind 0000:51:00.1
file third.yaml
| pawl: 1
| hosts:
|   drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:51:00.0"}
|         vfs: {count: 2}
|         nvme: {vf-queues: 8, vf-interrupts: 7}
run apply -y third.yaml
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.1 driver_override -
die nvme/*/queues
run apply -y second.yaml
revive
see 0000:51:00.1 driver -
see 0000:51:00.2 driver -
run apply -y second.yaml
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.1 driver_override -
see 0000:51:00.2 driver -

# whoever goes on leaves it without an override, as it was: a restore in the same boot, and one that comes later
die nvme/*/queues
run apply -y third.yaml
revive
run restore
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.1 driver_override -
see 0000:51:00.2 driver -
die *drivers_probe
run apply -y third.yaml
revive
see 0000:51:00.1 driver -
run restore
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.1 driver_override -
run resume -y
exit 0
see 0000:51:00.1 driver nvme
see 0000:51:00.1 driver_override -
run apply -y second.yaml
exit 0

# the taking back dies there, too
die nvme/*/queues
run rollback -y
revive
see 0000:51:00.1 driver -
run rollback -y
exit 8
see 0000:51:00.1 driver nvme
see 0000:51:00.1 driver_override -
run plan third.yaml
exit 0
out has nothing to do

# what somebody unbinds stays so
write sys/bus/pci/devices/0000:51:00.1/driver/unbind 0000:51:00.1
run plan third.yaml
exit 0
out has nothing to do
