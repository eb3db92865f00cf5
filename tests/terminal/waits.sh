#!/bin/bash
# On a terminal pawl shows what it still waits for, and takes it away again; a pipe and who reads JSON get nothing.
# The machine is a directory with a card whose serial number nobody ever answers: its vpd is a FIFO without a writer.
set -u
command -v script >/dev/null || { echo 'SKIP terminal: there is no script(1)'; exit 77; }
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
export PATH=$PAWL_BUILD/src:$PATH TERM=xterm
failed=0

card=root/sys/devices/pci0000:16/0000:17:00.0
mkdir -p root/sys/bus/pci/{devices,drivers} "$card/power"
while read -r file value; do
	echo "$value" >"$card/$file"
done <<'END'
vendor 0x19e5
device 0x0222
subsystem_vendor 0x19e5
subsystem_device 0x0001
class 0x020000
numa_node -1
driver_override
power/runtime_status active
END
head -c 256 /dev/zero >"$card/config"
mkfifo "$card/vpd"
ln -s ../../../devices/pci0000:16/0000:17:00.0 root/sys/bus/pci/devices/0000:17:00.0

# on_terminal NAME COMMAND: what it shows on a terminal of its own, 80 columns wide, in the file NAME.
on_terminal() {
	script -qec "stty cols 80; $2" /dev/null </dev/null >"$1" 2>&1
}
# The second in which it can be seen may pass on a machine that is busy with something else.
for _ in 1 2 3; do
	on_terminal shown 'pawl show --root root'
	! grep -q 'waits for' shown || break
done &
on_terminal piped 'pawl show --root root | cat' &
on_terminal json 'pawl show --root root -o json' &
wait

# has FILE PATTERN, lacks FILE PATTERN: with ESC as ^[
has() {
	cat -v "$1" | grep -q -- "$2" || { echo "FAIL terminal: $1 lacks $2"; cat -v "$1"; failed=1; }
}
lacks() {
	! cat -v "$1" | grep -q -- "$2" || { echo "FAIL terminal: $1 has $2"; cat -v "$1"; failed=1; }
}
has shown 'waits for 0000:17:00.0: vpd, [12] s of at most 2 s'
has shown '\^\[\[1F\^\[\[JADDRESS'
has piped 'ADDRESS'
lacks piped 'waits for'
has json '"format": "pawl-show"'
lacks json 'waits for'
[[ $failed -ne 0 ]] || echo 'PASS terminal: what is waited for is on the terminal, and nowhere else'
exit "$failed"
