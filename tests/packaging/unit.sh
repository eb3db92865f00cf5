#!/bin/bash
# shellcheck disable=SC2317 # functions are called by their names
# The unit of the boot is one that systemd takes, orders without a cycle, and finds its program by.
. "$(dirname "$0")/packaging.bash"

installs() {
	make -s -C "${PAWL_BUILD:?the directory of the build}" install DESTDIR="$scratch/root" >"$scratch/said" 2>&1 ||
		{ cat "$scratch/said"; return 1; }
	[[ -f $(find "$scratch/root" -name pawl-host.service) ]]
}

program() {
	local words

	words=$(sed -n 's/^ExecStart=//p' "$unit")
	[[ -x $scratch/root${words%% *} && $words == *' restore' ]] || { printf '%s\n' "$words"; return 1; }
}

# verify: in a copy that names a program which is on this machine; all that it says counts.
verify() {
	local said

	sed 's|^ExecStart=.*|ExecStart=/bin/true restore|; /^Documentation=/d' "$unit" >"$scratch/pawl-host.service"
	said=$(systemd-analyze verify --man=no "$scratch/pawl-host.service" 2>&1) && ! grep -F pawl-host <<<"$said"
}

check "make install brings it" "it says" installs
[[ $broken -eq 0 ]] || exit 1
unit=$(find "$scratch/root" -name pawl-host.service)
check "it runs the program that was installed" "it does not" program
if command -v systemd-analyze >/dev/null; then
	check "systemd-analyze verify" "it says" verify
else
	printf 'SKIP %s: systemd-analyze verify: systemd is not installed\n' "$part"
fi
exit "$broken"
