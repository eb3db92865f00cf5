#!/bin/bash
# shellcheck disable=SC2317 # functions are called by their names
# The archive holds the whole repository, builds and checks from a read-only source, installs below DESTDIR, and
# goes away without a trace.
. "$(dirname "$0")/packaging.bash"

# Of the repository alone.
apart='^(\.ci/|\.gitignore$)'

archive_holds_the_repository() {
	local missing

	missing=$(comm -23 <(git -C "$source" ls-files | grep -vE "$apart" | sort) \
		<(tar -tf "$archive" | sed 's|^[^/]*/||' | sort))
	[[ -z $missing ]] || { printf 'missing: %s\n' "$missing"; return 1; }
}

# For each test that failed within distcheck, what it said; and that of make. The checkout's own tests die at each
# operation of the stories, and try random tales for fifty thousand steps: that the archive's do so too is seen at some.
# Whether all is there and builds is seen without optimizing as well, in half of the time.
distcheck() {
	local status=0

	PAWL_CRASH=few STEPS=2000 make -s -j"$(nproc)" -C "$PAWL_BUILD" distcheck \
		AM_DISTCHECK_CONFIGURE_FLAGS='--enable-werror CFLAGS=-O0' >"$scratch/said" 2>&1 || status=$?
	cat "$scratch/said"
	return "$status"
}

archive_make
if [[ $(git -C "$source" rev-parse --show-toplevel 2>/dev/null) == "$source" ]]; then
	check "all of the repository is in the archive" "Makefile.am does not list it" archive_holds_the_repository
else
	printf 'SKIP %s: whether the archive holds the repository: this is no checkout, or git is not installed\n' "$part"
fi
check "make distcheck" "it says" distcheck
exit "$broken"
