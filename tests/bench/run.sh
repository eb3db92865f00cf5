#!/bin/bash
# What pawl adds to the time that the machine itself needs, as ratios of medians measured by turns in one run.
# A ratio above its bound is a line WARNING, in the sum too, and fails nothing: the machine may be busy. Memory has
# a limit that fails. ROUNDS says how often; the big tree is measured a third as often.
#
#   plan/floor       `plan` to a program that reads the same attributes and does nothing else, at most 1.50: on a
#                    host as wished (in-sync), and with every VF to be bound (all-to-do)
#   assert/plan      `assert` to `plan` on a host as wished, at most 1.10
#   apply/plan       a second `apply`, which turns no knob, to `plan`, at most 1.15
#   growth           by which power the time of `plan` grows from 1,040 functions to 16,640, at most 1.10: 1 is
#                    with their number, 2 with its square
#   drive-growth     the same from 250 namespaces of a drive, half of them made by earlier runs and half wished for, to
#                    1,000, at most 1.50: the bytes alone are a square, as each step has the list of all
#   fleet/parse      `plan` of 1,000 hosts from facts to a program that parses the same YAML and JSON and does
#                    nothing else, at most 2.00
#   validate-3*true  what `validate` of 100 lines takes beyond 3 times /bin/true, at most 2 ms; so does `--version`
#   16-lanes/1       a plan of 16 devices, each delayed 100 ms, to one of a single device: at most 1.15 by the twin's
#                    clock, which no load changes and which fails, and 1.30 by the machine's
#   4-drives/1       a plan of 4 drives that give queues to 16 VFs each, 50 ms a command, to one of a single drive: at
#                    most 1.15 by the twin's clock; more fails
#   memory           the most that a `plan` of 4,224 functions takes, less than 64 MiB; and `validate` of 3,000
#                    hosts that inherit 1,000 devices each, less than 200 MiB
set -euo pipefail

here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
build=${PAWL_BUILD:?the directory of the build}
rounds=${ROUNDS:-15}
pfs=64 vfs=64
warnings=0
memory_limit=64 # MiB, of a plan on the whole tree
fleet_limit=200

scratch=$(mktemp -d "${TMPDIR:-/tmp}/pawl-bench.XXXXXX")
trap 'rm -rf "$scratch"' EXIT

# A domain has 64 PFs: tests/bench/make-tree.c.
pf_address() {
	printf '%04x:%02x:00.0' $((($1 - 1) / 64)) $((($1 - 1) % 64 + 1))
}

# wish PFS VFS DRIVER: every PF of a tree with all its VFs, bound to that driver.
wish() {
	local pfs=$1 vfs=$2 driver=$3 i

	printf 'pawl: 1\nhosts:\n  bench:\n    platform: vfio\n    devices:\n'
	for ((i = 1; i <= pfs; i++)); do
		printf '      nic%d:\n        select: {pci: "%s"}\n' "$i" "$(pf_address "$i")"
		printf '        vfs: {count: %d, driver: %s}\n' "$vfs" "$driver"
	done
}

# fleet HOSTS DEVICES: hosts that say nothing themselves.
fleet() {
	local i

	printf 'pawl: 1\ndefaults:\n  devices:\n'
	for ((i = 0; i < $2; i++)); do printf '    nic%d: {select: {pci: "%04x:01:00.0"}}\n' "$i" "$i"; done
	printf 'hosts:\n'
	for ((i = 0; i < $1; i++)); do printf '  host%d: {}\n' "$i"; done
}

# drive N: facts of a drive of which pawl has made N namespaces; named N: a wish for these and for as many more.
drive() {
	awk -v n="$1" '
		function word(i) { return sprintf("%d:2048x512:eui.%016x", i, i) }
		function made(i) {
			return sprintf("{\"nsid\": %d, \"blocks\": 2048, \"block_bytes\": 512, \"metadata_bytes\": 0, \"shared\": false," \
				"\"nguid\": null, \"eui64\": \"%016x\", \"uuid\": null, \"controllers\": []},", i, i)
		}
		function kept(i) {
			return sprintf("%s{\"knob\": \"namespace\", \"pf\": null, \"object\": \"ssd0.ns.n%d\", \"original\": \"\"," \
				"\"target\": \"0000:31:00.0 ns ssd0.ns.n%d\", \"value\": \"%s\"}", i > 2 ? "," : "", i, i, word(i))
		}
		/"(mnan|nn)": / { sub(/[0-9]+/, 4000) }
		{ print }
		/"format": / {
			print "\"kept\": ["
			for (i = 2; i < n + 2; i++) print kept(i)
			print "],"
		}
		/"namespaces": / { for (i = 2; i < n + 2; i++) print made(i) }' "$here/../facts/stores.json"
}

named() {
	local i

	printf 'pawl: 1\nhosts:\n  stores:\n    devices:\n      ssd0:\n        select: {pci: "0000:31:00.0"}\n'
	printf '        nvme:\n          namespaces:\n'
	for ((i = 2; i < 2 * $1 + 2; i++)); do printf '            n%d: {size: 1MiB}\n' "$i"; done
}

# Each command's name and words; a round runs them all, one after the other.
names=(floor in-sync assert apply all-to-do small big few many true version validate fleet-plan parse)
command_of() {
	case $1 in
	floor) command=("$build/tests/bench/floor" "$scratch/root" "$here/attributes") ;;
	small | big) command=("$build/src/pawl" plan --root "$scratch/$1" "$scratch/$1.yaml") ;;
	few | many) command=("$build/src/pawl" plan --facts "$scratch/$1.json" "$scratch/$1.yaml") ;;
	fleet-plan) command=("$build/src/pawl" plan -f "$scratch/hosts" --facts "$scratch/facts") ;;
	parse) command=("$build/tests/bench/parse-floor" "$scratch"/hosts/*.yaml "$scratch"/facts/*.json) ;;
	fleet) command=("$build/src/pawl" validate "$scratch/fleet.yaml") ;;
	validate) command=("$build/src/pawl" validate "$scratch/hundred.yaml") ;;
	in-sync) command=("$build/src/pawl" plan --root "$scratch/root" "$scratch/in-sync.yaml") ;;
	assert) command=("$build/src/pawl" assert --root "$scratch/root" "$scratch/in-sync.yaml") ;;
	apply) command=("$build/src/pawl" apply -y --root "$scratch/root" "$scratch/in-sync.yaml") ;;
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

# bound NAME VALUE MOST WHAT: a figure that a clock made; above its bound it is said loudly, and fails nothing.
bound() {
	printf '%-16s %8s   at most %s: %s\n' "$1" "$2" "$3" "$4"
	awk -v value="$2" -v most="$3" 'BEGIN { exit value > most }' && return
	printf 'WARNING bench %s: %s is above %s\n' "$1" "$2" "$3"
	warnings=$((warnings + 1))
}

# beyond_true NAME: milliseconds that it takes beyond 3 times /bin/true.
beyond_true() {
	awk -v a="$(median "$1" 1)" -v b="$(median true 1)" 'BEGIN { printf "%.2f", (a - 3 * b) / 1000 }'
}

# growth BIG SMALL TIMES: the power of their number by which the time grows, so many times as many in the big one.
growth() {
	awk -v a="$(median "$1" 1)" -v b="$(median "$2" 1)" -v times="$3" 'BEGIN { printf "%.2f", log(a / b) / log(times) }'
}

table() {
	local name

	printf '\n%-12s %10s %10s   median of %d, of big %d\n' "" "ms" "peak MiB" "$rounds" "$(wc -l <"$scratch/big.runs")"
	for name in "${names[@]}"; do
		awk -v name="$name" -v us="$(median "$name" 1)" -v kib="$(median "$name" 2)" \
			'BEGIN { printf "%-12s %10.2f %10.1f\n", name, us / 1000, kib / 1024 }'
	done
	read -r _ virtual _ clock _ drives <<<"$("$build/tests/bench/lanes")"
	printf '\n'
	bound plan/floor "$(ratio in-sync floor)" 1.50 "nothing to do"
	bound plan-all/floor "$(ratio all-to-do floor)" 1.50 "the same tree, every VF to be bound"
	bound assert/plan "$(ratio assert in-sync)" 1.10 "on a host as wished"
	bound apply/plan "$(ratio apply in-sync)" 1.15 "a second apply"
	bound growth "$(growth big small 16)" 1.10 "power of the number of functions, 1,040 to 16,640"
	bound drive-growth "$(growth many few 4)" 1.50 "power of the number of namespaces, 250 to 1,000"
	bound 16-lanes/1 "$clock" 1.30 "each lane delayed 100 ms, by the clock; by the twin's, $virtual"
	bound fleet/parse "$(ratio fleet-plan parse)" 2.00 "1,000 hosts planned from facts"
	bound validate-3*true "$(beyond_true validate)" 2.00 "ms, of 100 lines"
	bound version-3*true "$(beyond_true version)" 2.00 "ms"
	printf '\n'
}

# tree NAME PFS VFS: the files of a machine.
tree() {
	mkdir "$scratch/$1"
	"$build/tests/bench/make-tree" "$scratch/$1" "$2" "$3"
}

tree root "$pfs" "$vfs"
tree small 16 63
tree big 256 63
wish "$pfs" "$vfs" none >"$scratch/in-sync.yaml"
wish "$pfs" "$vfs" vfio-pci >"$scratch/all-to-do.yaml"
wish 16 63 vfio-pci >"$scratch/small.yaml"
wish 256 63 vfio-pci >"$scratch/big.yaml"
drive 125 >"$scratch/few.json"
drive 500 >"$scratch/many.json"
named 125 >"$scratch/few.yaml"
named 500 >"$scratch/many.yaml"
fleet 3000 1000 >"$scratch/fleet.yaml"
mkdir "$scratch/facts" "$scratch/hosts"
cp "$here/../../examples/fleet/00-classes.yaml" "$scratch/hosts"
for ((i = 1000; i < 2000; i++)); do
	sed "s/\"hostname\": \"[^\"]*\"/\"hostname\": \"kp$i\"/" "$here/../../examples/facts/kunpeng.json" >"$scratch/facts/kp$i.json"
	printf 'pawl: 1\nhosts:\n  kp%d:\n    class: [kunpeng]\n' "$i" >"$scratch/hosts/kp$i.yaml"
done
wish 48 8 none | sed -n 1,100p >"$scratch/hundred.yaml"

for name in "${names[@]}"; do once "$name"; done # warms caches; not counted
rm "$scratch"/*.runs
for ((round = 0; round < rounds; round++)); do
	for name in "${names[@]}"; do
		[[ $name != big ]] || ((round % 3 == 0)) || continue
		once "$name"
	done
done

table
check "lanes: 16 take $virtual times as long as one" "above 1.15, by a clock that no load changes" \
	awk -v ratio="$virtual" 'BEGIN { exit !(ratio != "" && ratio <= 1.15) }'
check "drives: 4 with 16 VFs each take $drives times as long as one" "above 1.15, by a clock that no load changes" \
	awk -v ratio="$drives" 'BEGIN { exit !(ratio != "" && ratio <= 1.15) }'
functions=$("$build/tests/bench/floor" "$scratch/root" "$here/attributes")
check "tree: $functions" "$((pfs * (vfs + 2))) functions were made" \
	test "${functions%% *}" -eq $((pfs * (vfs + 2)))
for name in in-sync all-to-do; do
	command_of "$name"
	"${command[@]}" >"$scratch/$name.plan"
done
command_of many
"${command[@]}" >"$scratch/many.plan"
check "many makes the other half of them" "$(tail -n 2 "$scratch/many.plan")" \
	grep -q ': 500 steps' "$scratch/many.plan"
check "in-sync has nothing to do" "$(tail -n 1 "$scratch/in-sync.plan")" grep -q 'nothing to do' "$scratch/in-sync.plan"
check "all-to-do binds every VF" "$(tail -n 2 "$scratch/all-to-do.plan")" \
	grep -q ": $((2 * pfs * vfs)) steps" "$scratch/all-to-do.plan"
command_of fleet-plan
"${command[@]}" >"$scratch/fleet-plan.plan"
check "fleet-plan plans for every host" "$(head -n 1 "$scratch/fleet-plan.plan")" \
	grep -qx 'Fleet of 1000 hosts: one plan for all.' "$scratch/fleet-plan.plan"
for name in "${names[@]}"; do
	check "$name ends well" "$(head -n 3 "$scratch/$name.said")" ended_well "$name"
done
peak=$(sort -n -k 2,2 "$scratch/in-sync.runs" "$scratch/all-to-do.runs" | awk 'END { print int(($2 + 1023) / 1024) }')
check "memory: a plan takes $peak MiB" "above $memory_limit MiB" test "$peak" -lt "$memory_limit"
once fleet
read -r _ kib status <"$scratch/fleet.runs"
check "fleet: 3,000 hosts with 1,000 devices each take $((kib / 1024)) MiB, exit $status" "above $fleet_limit MiB" \
	test "$kib" -lt $((fleet_limit * 1024)) -a "$status" -eq 0
[[ $warnings -eq 0 ]] || printf 'WARNING bench: %d of 10 figures are above their bounds\n' "$warnings"
