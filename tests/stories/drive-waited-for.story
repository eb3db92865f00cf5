# Who looks at the machine from a terminal is told which drive keeps it waiting, for how long by now, and how long
# an answer may take at most.
facts tests/facts/slow-drives.json
lab no: QEMU answers at once

file wish.yaml
| pawl: 1
| hosts:
|   slow-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 1, driver: none}
screen 100
run plan wish.yaml
exit 0
err has   waits for 0000:41:00.0: NVMe Identify, 1 s, at most 65 s for each answer
err has   waits for 0000:41:00.0: NVMe Identify, 5 s, at most 65 s for each answer
err lacks 0000:51:00.0
screen 100
run show
exit 0
err has   waits for 0000:41:00.0: NVMe Identify, 5 s, at most 65 s for each answer
screen 100
run assert wish.yaml
exit 2
err has   waits for 0000:41:00.0: NVMe Identify, 5 s, at most 65 s for each answer
screen 100
run export
exit 0
err has   waits for 0000:41:00.0: NVMe Identify, 5 s, at most 65 s for each answer

# a pipe, and who reads JSON, get nothing of it
run plan wish.yaml
exit 0
err lacks waits for
screen 100
run plan -o json wish.yaml
exit 0
err lacks waits for

# runs look as well, before and after; --events has the other stream, and says nothing of it here
screen 100
run apply -y --events wish.yaml
exit 0
err lacks waits for
reboot
screen 100
run restore
exit 0
err has   waits for 0000:41:00.0: NVMe Identify, 5 s, at most 65 s for each answer
file none.yaml
| pawl: 1
| hosts:
|   slow-drives:
|     devices:
|       ssd0:
|         select: {pci: "0000:41:00.0"}
|         vfs: {count: 0}
die var/lib/pawl/journal 3
run apply -y none.yaml
revive
screen 100
run resume -y
exit 0
err has   waits for 0000:41:00.0: NVMe Identify, 5 s, at most 65 s for each answer
screen 100
run apply -y wish.yaml
exit 0
err has   waits for 0000:41:00.0: NVMe Identify, 5 s, at most 65 s for each answer
see 0000:41:00.0 sriov_numvfs 1
