# On a real kernel: the ledger says that another drive and another card were here, and nothing is done to these.
facts tests/facts/lab-x86.json
lab x86
twin no: the ledger's lines have sums, which the machine's own tools make here

file wish.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 2, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: none}}
file fewer.yaml
| pawl: 1
| hosts:
|   lab-x86:
|     devices:
|       nic0: {select: {pci: "0000:02:00.0"}, vfs: {count: 1, driver: none}}
|       ssd0: {select: {pci: "0000:01:00.0"}, vfs: {count: 1, driver: none}}
file forge
| # forge OLD NEW: each line with OLD says NEW, and its CRC-32 fits again (RFC 1952, 2.3.1: gzip's trailer)
| while IFS= read -r line; do
| 	if [[ $line == *"$1"* ]]; then
| 		line=$(sed -E "s/\"crc\":\"[0-9a-f]*\",//; s/$1/$2/" <<<"$line")
| 		sum=$(printf %s "$line" | gzip -c | tail -c 8 | od -An -tx4 -N4 | tr -d ' ')
| 		line="{\"crc\":\"$sum\",${line#\{}"
| 	fi
| 	printf '%s\n' "$line"
| done </var/lib/pawl/ledger >forged
| cat forged >/var/lib/pawl/ledger

run apply -y wish.yaml
exit 0
sh
| lines=$(wc -l </var/lib/pawl/ledger)
| grep '"handle":"ssd0"' /var/lib/pawl/ledger | grep -q "\"nvme_serial\":\"$(tr -d ' ' </sys/class/nvme/nvme0/serial)\""
| grep '"handle":"nic0"' /var/lib/pawl/ledger | grep -q "\"mac\":\"$(cat /sys/class/net/eth0/address)\""
| pawl apply -y wish.yaml
| test "$(wc -l </var/lib/pawl/ledger)" = "$lines"
| bash forge LABNVME0001 LABNVME0007

run plan wish.yaml
exit 4
err has 0000:01:00.0 is another device than when ssd0 was last applied: NVMe serial number LABNVME0001, not LABNVME0007 [identity-changed]
err lacks nic0
run assert wish.yaml
exit 2
out has 1 object differs
run apply -y fewer.yaml
exit 4
see 0000:02:00.0 sriov_numvfs 2
run apply -y --target nic0 fewer.yaml
exit 0
see 0000:02:00.0 sriov_numvfs 1
run apply -y --allow=identity-changed:ssd0 wish.yaml
exit 0
run apply -y wish.yaml
exit 0
err lacks identity-changed

# the card's MAC is what the kernel calls permanent, whatever it was set to
sh
| ip link set eth0 down
| ip link set eth0 address 52:54:00:77:77:77
| pawl assert wish.yaml
| bash forge 52:54:00:11:22:33 52:54:00:11:22:44
run plan wish.yaml
exit 4
err has MAC 52:54:00:11:22:33, not 52:54:00:11:22:44 [identity-changed]
err lacks ssd0

# its bus had another number: the same card below the same bridges has moved, and that is said once
sh
| bash forge 52:54:00:11:22:44 52:54:00:11:22:33
| bash forge '"address":"0000:02:00.0"' '"address":"0000:05:00.0"'
run plan wish.yaml
exit 0
err has nic0 has moved: it was 0000:05:00.0 when it was last applied, and is 0000:02:00.0 now [device-moved]
run apply -y wish.yaml
exit 0
err has [device-moved]
run assert wish.yaml
exit 0
err lacks device-moved
