# shellcheck shell=bash disable=SC2034 # who includes this uses what is set here
# What the tests of packages share.
set -u
part=$(basename "$0" .sh)
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
broken=0
unset MAKEFLAGS MFLAGS MAKEOVERRIDES # the TESTS of the make that runs this are not those of the ones below
scratch=$(mktemp -d "${TMPDIR:-/tmp}/pawl-packaging.XXXXXX")
trap 'chmod -R u+w "$scratch"; rm -rf "$scratch"' EXIT

# check NAME WHY COMMAND...: PASS when the command says yes. What it prints is shown when it does not.
check() {
	local name=$1 why=$2 said

	shift 2
	if said=$("$@" 2>&1); then
		printf 'PASS %s: %s\n' "$part" "$name"
	else
		printf 'FAIL %s: %s: %s\n%s\n' "$part" "$name" "$why" "$(tail -n 30 <<<"$said")"
		broken=1
	fi
}

# skip WHY...: nothing of this can be asked here.
skip() {
	printf 'SKIP %s: %s\n' "$part" "$*"
	exit 77
}

# needs COMMAND: or the rest is skipped.
needs() {
	command -v "$1" >/dev/null || skip "$1 is not installed"
}

# archive_make: the archive of this tree, as ARCHIVE; `make check-packaging` has made it.
archive_make() {
	archive=${PAWL_ARCHIVE:-}
	if [[ -z $archive ]]; then
		make -s -C "${PAWL_BUILD:?the directory of the build}" dist >"$scratch/dist" 2>&1 ||
			{ check "make dist" "it says" false; cat "$scratch/dist"; exit 1; }
		archive=$(echo "$PAWL_BUILD"/pawl-*.tar.xz)
	fi
	version=${archive##*/pawl-}
	version=${version%.tar.xz}
}
