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
	words="console=ttyS0 quiet panic=-1 mitigations=off no_timer_check"
	ready=
	args=()
	mkdir -p "$run/lab" "$job"
	machine_read "$here/machines/$machine"
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
	printf '%s=%q\n' name "lab-$machine" mode "$1" ready "$ready"
	if [[ $1 == shell ]]; then
		printf 'TERM=%q\nterminal=(%s)\n' "${TERM:-vt100}" "$(stty size | sed 's/\(.*\) \(.*\)/rows \1 cols \2/')"
	fi
}

# machine_boot SECONDS QEMU-OPTION...: boots and waits; 0 seconds is for ever.
# QEMU runs from the tree without being installed, hence its directories.
machine_boot() {
	local seconds=$1 root=$tree/root

	shift
	QEMU_MODULE_DIR=$root/usr/lib/x86_64-linux-gnu/qemu \
		setpriv --pdeathsig TERM timeout --foreground -k 2 "$seconds" \
		"$root/lib/x86_64-linux-gnu/ld-linux-x86-64.so.2" --library-path "$root/lib/x86_64-linux-gnu" \
		"$root/usr/bin/qemu-system-x86_64" \
		-L "$root/usr/share/qemu" -L "$root/usr/share/seabios" -L "$root/usr/lib/ipxe/qemu" \
		-accel tcg,thread=multi -nodefaults -no-user-config -display none -no-reboot \
		-kernel "$tree/kernel" -initrd "$tree/initramfs" -append "$words" \
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
