# shellcheck shell=bash disable=SC2154 # here, machine and tree are set by lab and tree.bash
# One run of a machine: its own scratch directory, its disks, QEMU.

# machine_prepare MODE JOBDIR: sets run (the scratch directory), job and args.
# Whatever a guest can write is there or in JOBDIR, so guests can run side by side.
machine_prepare() {
	run=$(mktemp -d "${TMPDIR:-/tmp}/pawl-lab.XXXXXX")
	trap machine_end EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	job=${2:-$run/job}
	architecture=amd64 name=lab-$machine ready=
	words="quiet panic=-1 mitigations=off"
	args=()
	mkdir -p "$run/lab" "$job"
	machine_read "$here/machines/$machine"
	"emulator_$architecture"
	cp "$here/guest/start" "$run/lab/"
	settings "$1" >"$run/lab/settings"
}

# A line of a machine's file is an option of QEMU with its value, or one of the
# words that the file x86 explains.
machine_read() {
	local word value

	while read -r word value; do
		case $word in
		'' | '#'*) ;;
		with) machine_read "$here/parts/$value" ;;
		architecture) architecture=$value ;;
		name) name=$value ;;
		kernel) words+=" $value" ;;
		ready) ready+=" $value" ;;
		disk) machine_disk "${value% *}" "${value#* }" ;;
		-*) args+=("$word" ${value:+"$value"}) ;;
		*) die "$1: '$word' is neither an option of QEMU nor a word of the lab" ;;
		esac
	done <"$1"
}

machine_disk() {
	truncate -s "$2" "$run/$1"
	args+=(-drive "if=none,id=$1,format=raw,cache=unsafe,file=$run/$1")
}

# These reach the guest in a file: the kernel's command line, which is among the
# facts that pawl reads, stays the same for every run.
settings() {
	printf '%s=%q\n' name "$name" mode "$1" ready "$ready" console "$console"
	if [[ $1 == shell ]]; then
		printf 'TERM=%q\nterminal=(%s)\n' "${TERM:-vt100}" "$(stty size | sed 's/\(.*\) \(.*\)/rows \1 cols \2/')"
	fi
}

# Of an architecture: its emulator, and the console that the kernel and the guest's shell have.
emulator_amd64() {
	emulator=qemu-system-x86_64 console=ttyS0
	words+=" no_timer_check"
}

emulator_arm64() {
	emulator=qemu-system-aarch64 console=ttyAMA0
}

# machine_boot SECONDS QEMU-OPTION...: boots and waits; 0 seconds is for ever.
# QEMU runs from the tree without being installed, hence its directories.
machine_boot() {
	local seconds=$1 tools=$tree/amd64/root root=$tree/$architecture/root

	shift
	QEMU_MODULE_DIR=$tools/usr/lib/x86_64-linux-gnu/qemu \
		setpriv --pdeathsig TERM timeout --foreground -k 2 "$seconds" \
		"$tools/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" --library-path "$tools/lib/x86_64-linux-gnu" \
		"$tools/usr/bin/$emulator" \
		-L "$tools/usr/share/qemu" -L "$tools/usr/share/seabios" -L "$tools/usr/lib/ipxe/qemu" \
		-L "$tools/usr/share/qemu-efi-aarch64" \
		-accel tcg,thread=multi -nodefaults -no-user-config -display none -no-reboot \
		-kernel "$tree/$architecture/kernel" -initrd "$tree/$architecture/initramfs" \
		-append "console=$console $words" \
		-fsdev "local,id=root,path=$root,security_model=none,readonly=on" \
		-fsdev "local,id=lab,path=$run/lab,security_model=none,readonly=on" \
		-fsdev "local,id=job,path=$job,security_model=none" \
		-device virtio-9p-pci,fsdev=root,mount_tag=root \
		-device virtio-9p-pci,fsdev=lab,mount_tag=lab \
		-device virtio-9p-pci,fsdev=job,mount_tag=job \
		"${args[@]}" "$@" <&0 2>"$run/qemu" &
	qemu=$!
	wait "$qemu"
}

machine_end() {
	[[ -z ${qemu:-} ]] || kill "$qemu" 2>/dev/null || true
	[[ -z ${tty_settings:-} ]] || stty "$tty_settings" || true
	rm -rf "$run"
}
