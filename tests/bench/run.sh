#!/bin/bash
# What pawl adds to the time that the machine itself needs, as ratios of medians measured by turns in one run.
# Times are printed and judged by the reader: a slow or busy machine fails nothing. ROUNDS says how often.
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
build=${PAWL_BUILD:?the directory of the build}
rounds=${ROUNDS:-15}
pfs=64 vfs=64
memory_limit=64 # MiB, of a plan on the whole tree

scratch=$(mktemp -d "${TMPDIR:-/tmp}/pawl-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

# wish DRIVER: every PF of the tree with all its VFs, bound to that driver.
wish() {
	printf 'pawl: 1\nhosts:\n  bench:\n    platform: vfio\n    devices:\n'
	for ((i = 1; i <= pfs; i++)); do
		printf '      nic%d:\n        select: {pci: "0000:%02x:00.0"}\n' "$i" "$i"
		printf '        vfs: {count: %d, driver: %s}\n' "$vfs" "$1"
	done
}

# Each command's name and words; a round runs them all, one after the other.
names=(floor in-sync all-to-do true version)
command_of() {
	case $1 in
	floor) command=("$build/tests/bench/floor" "$scratch/root" "$here/attributes") ;;
	in-sync) command=("$build/src/pawl" plan --root "$scratch/root" "$scratch/in-sync.yaml") ;;
	all-to-do) command=("$build/src/pawl" plan --root "$scratch/root" "$scratch/all-to-do.yaml") ;;
	true) command=(/bin/true) ;;
	version) command=("$build/src/pawl" --version) ;;
	esac
}

# once NAME: one measured run; what it says goes to NAME.said when it does not end well.
once() {
	local command

	command_of "$1"
	"$build/tests/bench/measure" "${command[@]}" >>"$scratch/$1.runs" 2>"$scratch/$1.said"
}

# median NAME COLUMN
median() {
	sort -n -k "$2,$2" "$scratch/$1.runs" | awk -v column="$2" '{ v[NR] = $column } END { print v[int((NR + 1) / 2)] }'
}

# ratio NAME NAME
ratio() {
	awk -v a="$(median "$1" 1)" -v b="$(median "$2" 1)" 'BEGIN { printf "%.2f", a / b }'
}

# check NAME WHY CONDITION...: a figure that depends on no clock.
check() {
	local name=$1 why=$2

	shift 2
	if "$@"; then printf 'PASS bench %s\n' "$name"; else printf 'FAIL bench %s: %s\n' "$name" "$why"; fi
}

ended_well() {
	awk '$3 != 0 { bad = 1 } END { exit bad }' "$scratch/$1.runs"
}

table() {
	local name

	printf '\n%-12s %10s %10s   median of %d\n' "" "ms" "peak MiB" "$rounds"
	for name in "${names[@]}"; do
		awk -v name="$name" -v us="$(median "$name" 1)" -v kib="$(median "$name" 2)" \
			'BEGIN { printf "%-12s %10.2f %10.1f\n", name, us / 1000, kib / 1024 }'
	done
	printf '\nplan/floor %s            at most 2.00 is wished, in sync\n' "$(ratio in-sync floor)"
	printf 'plan-all/floor %s        the same tree, every VF to be bound\n' "$(ratio all-to-do floor)"
	awk -v a="$(median version 1)" -v b="$(median true 1)" \
		'BEGIN { printf "version-3*true %.2f ms     at most 2.00 is wished\n\n", (a - 3 * b) / 1000 }'
}

mkdir "$scratch/root"
"$build/tests/bench/make-tree" "$scratch/root" "$pfs" "$vfs"
wish none >"$scratch/in-sync.yaml"
wish vfio-pci >"$scratch/all-to-do.yaml"

for name in "${names[@]}"; do once "$name"; done # warms caches; not counted
rm "$scratch"/*.runs
for ((round = 0; round < rounds; round++)); do
	for name in "${names[@]}"; do once "$name"; done
done

table
lanes=$("$build/tests/bench/lanes")
read -r _ virtual _ clock <<<"$lanes"
printf '16-lanes/1 %s            at most 1.15 is wished: by the twin, each lane delayed 100 ms\n' "$virtual"
printf '16-lanes/1 %s            at most 1.30 is wished: by the clock, the same\n\n' "$clock"
check "lanes: 16 take $virtual times as long as one" "above 1.15, by a clock that no load changes" \
	awk -v ratio="$virtual" 'BEGIN { exit !(ratio <= 1.15) }'
functions=$("$build/tests/bench/floor" "$scratch/root" "$here/attributes")
check "tree: $functions" "$((pfs * (vfs + 2))) functions were made" \
	test "${functions%% *}" -eq $((pfs * (vfs + 2)))
for name in in-sync all-to-do; do
	command_of "$name"
	"${command[@]}" >"$scratch/$name.plan"
done
check "in-sync has nothing to do" "$(tail -n 1 "$scratch/in-sync.plan")" grep -q 'nothing to do' "$scratch/in-sync.plan"
check "all-to-do binds every VF" "$(tail -n 2 "$scratch/all-to-do.plan")" \
	grep -q ": $((2 * pfs * vfs)) steps" "$scratch/all-to-do.plan"
for name in "${names[@]}"; do
	check "$name ends well" "$(head -n 3 "$scratch/$name.said")" ended_well "$name"
done
peak=$(sort -n -k 2,2 "$scratch/in-sync.runs" "$scratch/all-to-do.runs" | awk 'END { print int(($2 + 1023) / 1024) }')
check "memory: a plan takes $peak MiB" "above $memory_limit MiB" test "$peak" -lt "$memory_limit"
