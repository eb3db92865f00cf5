# A run is killed while a drive still makes a namespace, and the next one begins before the drive has done so: that one
# neither forgets what was asked for nor has it made a second time.
facts tests/facts/stores.json
lab no: QEMU makes no namespaces (hw/nvme/ctrl.c: Namespace Management is no command of its)
crash no: it is about one death alone

file wish.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB}}}
file other.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd1:
|         select: {pci: "0000:41:00.0"}
|         nvme: {namespaces: {z: {size: 1GiB}}}

# the dead run's helper process waits for the drive, and has the device's lock
die nvme/*/ns/*
run apply -y wish.yaml
hold device/0000:31:00 helper-of-the-dead
revive
run apply -y wish.yaml
exit 1
err has the device 0000:31:00 is locked
run ledger
exit 0
out has ssd0.ns.a  0000:31:00.0  namespace  not told: a run that died has asked for it

# other devices need not wait for it; then the drive is done
run apply -y other.yaml
exit 0
write nvme/0000:31:00.0/ns/of-the-dead create:209715200x512
release device/0000:31:00
run apply -y wish.yaml
exit 0
err has saw no answer: namespace 2 (100 GiB in blocks of 512 B, nguid.
out has nothing to do
run show -o json 0000:31:00.0
out lacks "nsid": 3,

# a run that gives up waiting for it knows no more
file second.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB}, b: {size: 2GiB}}}
hang nvme/*/ns/*
run apply -y second.yaml
exit 5
err has [still-running]
run apply -y second.yaml
exit 1
err has [device-locked]
write nvme/0000:31:00.0/ns/of-the-dead create:4194304x512
revive
run apply -y second.yaml
exit 0
err has saw no answer: namespace 3 (2 GiB in blocks of 512 B, nguid.
run apply -y second.yaml
exit 0
out has nothing to do
run show -o json 0000:31:00.0
out lacks "nsid": 4,

# without anybody at it the drive has not been asked, or has refused: the name is free
file third.yaml
| pawl: 1
| hosts:
|   stores:
|     devices:
|       ssd0:
|         select: {pci: "0000:31:00.0"}
|         nvme: {namespaces: {a: {size: 100GiB}, b: {size: 2GiB}, c: {size: 3GiB}}}
die nvme/*/ns/*
run apply -y third.yaml
revive
run apply -y other.yaml
exit 0
run ledger
exit 0
out lacks ssd0.ns.c
run apply -y third.yaml
exit 0
out has (none) -> 3 GiB
