# shellcheck shell=bash disable=SC2154 # here and cache are set by lab
# The tree: QEMU, and for each architecture a kernel and the guest's root, from one set of packages
# with its own sources. It lies in $cache/DIGEST; a directory of that name is whole.

# Everything that decides what the tree holds is in the digest, so that a change
# makes a new tree. The mirror is not: any mirror has the same packages.
tree_path() {
	local digest

	digest=$(cat "$here"/{packages,preferences,tree.bash,guest/init} | sha256sum)
	echo "$cache/${digest:0:16}"
}

# Sets tree and holds it: the lock keeps `lab build` of another version away.
tree_use() {
	tree=$(tree_path)
	[[ -d $tree ]] || tree_build
	exec {tree_lock}<"$tree"
	flock --shared "$tree_lock"
}

tree_build() {
	tree=$(tree_path)
	[[ ! -d $tree ]] || return 0

	mkdir -p "$cache"
	exec {build_lock}>"$cache/lock"
	flock "$build_lock"
	[[ ! -d $tree ]] || return 0
	tree_prune
	tree_make
	exec {build_lock}>&-
}

tree_make() {
	local final=$tree

	log=$cache/build.log
	tree=$cache/new
	echo "lab: building the tree in $final (log: $log)" >&2
	: >"$log"
	exec {terminal}>&2
	trap tree_failed EXIT
	# amd64 comes first: what it has the other is made with
	for arch in amd64 arm64; do
		mkdir -p "$tree/$arch/root"
		step "unpacking the packages of $arch" unpack_packages
		step "indexing the kernel's modules" tree_tool depmod bin/kmod -b "$tree/$arch/root" "$(kernel_release)"
		step "unpacking the kernel" "unpack_kernel_$arch"
		step "making the initramfs" make_initramfs
	done
	trap - EXIT
	mv -T "$tree" "$final"
	tree=$final
}

# Not "$@" || fail: bash would then overlook failures inside the step.
step() {
	doing=$1
	shift
	echo "== $doing" >>"$log"
	"$@" >>"$log" 2>&1
}

tree_failed() {
	{
		tail -n 8 "$log" | sed 's/^/    /'
		echo "lab: $doing failed; the whole story is in $log"
	} >&"$terminal"
	exit 125
}

# Trees of other versions go, unless a guest runs from them; so does what a
# build that was killed has left.
tree_prune() {
	local old

	for old in "$cache"/*/; do
		[[ -d $old ]] || continue
		flock --nonblock --exclusive "$old" rm -rf "$old" || true
	done
}

tree_clean() {
	rm -rf "${cache:?}"
}

# The archive that this machine itself uses, so that a local mirror is honoured.
mirror() {
	# shellcheck disable=SC2016 # apt expands it
	apt-get indextargets --format '$(REPO_URI)' \
		'Created-By: Packages' 'Origin: Debian' 'Label: Debian' | head -n 1
}

# The variant `extract` runs no maintainer script: the guest needs none, and so
# the build needs neither root nor a chroot. The tar in between makes the files
# the builder's own when that is not root; device nodes are the guest's to make.
unpack_packages() {
	local uri suite sources=()

	command -v mmdebstrap || { echo "mmdebstrap is missing: install what 'lab packages' names"; return 1; }
	uri=$(mirror)
	[[ -n $uri ]] || { echo "apt knows no Debian archive: run apt-get update"; return 1; }
	for suite in bookworm bookworm-updates bookworm-backports; do
		sources+=("deb $uri $suite main")
	done
	mmdebstrap --variant=extract --format=tar --architectures="$arch" \
		--aptopt='APT::Install-Recommends "false"' \
		--setup-hook="$merge_usr" \
		--setup-hook="upload $here/preferences /etc/apt/preferences.d/lab" \
		--include="$(packages_of "$arch" | xargs)" \
		bookworm - "${sources[@]}" | tar -C "$tree/$arch/root" -x --exclude='./dev/*'
}

# Those of one architecture alone have its name behind theirs, as in Debian's control files.
packages_of() {
	sed -n "s/#.*//; s/ *\[$1\]\$//; /\[/d; /./p" "$here/packages"
}

# shellcheck disable=SC2016 # mmdebstrap expands $1, its root
merge_usr='for d in bin sbin lib lib64; do mkdir -p "$1/usr/$d"; ln -s "usr/$d" "$1/$d"; done'

# Runs a program of the tree with the tree's own loader and libraries. Unlike a
# chroot it needs no root and no mounts, and sees this machine's files.
tree_tool() {
	local name=$1 program=$2 libraries=$tree/amd64/root/lib/x86_64-linux-gnu

	shift 2
	"$libraries/ld-linux-x86-64.so.2" --library-path "$libraries" --argv0 "$name" \
		"$tree/amd64/root/$program" "$@"
}

kernel_release() {
	basename "$tree/$arch"/root/lib/modules/*
}

# The kernel proper, out of the bzImage: unpacking it in the guest, under
# emulation, would cost each boot most of a second. QEMU enters it through its
# PVH note. The offsets are those of the x86 boot protocol.
unpack_kernel_amd64() {
	local image setup_sects offset length

	image=$(echo "$tree"/amd64/root/boot/vmlinuz-*)
	setup_sects=$(number_at 1 $((0x1f1)))
	offset=$(((setup_sects + 1) * 512 + $(number_at 4 $((0x248)))))
	length=$(number_at 4 $((0x24c)))
	# The last 4 bytes are the unpacked size, which the boot code reads.
	length=$((length - 4))
	head -c $((offset + length)) "$image" | tail -c "$length" >"$tree/amd64/kernel.zst"
	tree_tool zstd usr/bin/zstd -d --rm "$tree/amd64/kernel.zst" -o "$tree/amd64/kernel"
}

# Of arm64 the image is the kernel itself: Debian packs it no further.
unpack_kernel_arm64() {
	ln "$tree"/arm64/root/boot/vmlinuz-* "$tree/arm64/kernel"
}

number_at() {
	od -An -t "u$1" -j "$2" -N "$1" "$image"
}

# Modules go in unpacked, and the archive itself is not compressed: both would be
# undone under emulation.
make_initramfs() {
	local root=$tree/$arch/root files=$tree/$arch/initramfs.files release modules tool

	release=$(kernel_release)
	modules=lib/modules/$release
	mkdir -p "$files"/{bin,proc,sys,dev,lower,upper,root} "$files/$modules"
	cp "$here/guest/init" "$root/bin/busybox" "$files"
	mv "$files/busybox" "$files/bin/"
	for tool in sh mkdir modprobe mount switch_root; do
		ln -s busybox "$files/bin/$tool"
	done
	cp "$root/$modules"/modules.{order,builtin,builtin.modinfo} "$files/$modules"
	copy_modules "$release" "$files" igb nvme 9pnet_virtio 9p overlay
	tree_tool depmod bin/kmod -b "$files" "$release"
	(cd "$files" && find . | "$tree/amd64/root/bin/busybox" cpio -o -H newc >"$tree/$arch/initramfs")
	rm -r "$files"
}

copy_modules() {
	local release=$1 files=$2 module path

	shift 2
	for module; do
		tree_tool modprobe bin/kmod -d "$root" -S "$release" --show-depends "$module"
	done | sed -n 's/^insmod //p' | sort -u | while read -r path _; do
		module=$files/${path#"$root/"}
		mkdir -p "$(dirname "$module")"
		tree_tool xz usr/bin/xz -dc "$path" >"${module%.xz}"
	done
}
