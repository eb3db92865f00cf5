#!/bin/bash
# `pawl export` of each file of facts that the tests and examples have: a plan of it is empty, and so is one of what
# `pawl generate` makes.
set -u
cd "${PAWL_SOURCE:-.}" || exit 1
pawl=${PAWL_BUILD:-build}/src/pawl
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# said_more: a finding beyond the names that an apply would give.
said_more() {
	grep -E '^[^ ].*\[[a-z-]+\]$' "$scratch/said" | grep -qv '\[namespace-takes-name\]$'
}

# empty COMMAND FACTS
empty() {
	rm -f "$scratch/wish.yaml" # no file that says something else is written over
	if ! "$pawl" "$1" --facts "$2" --out "$scratch/wish.yaml" 2>"$scratch/said"; then
		echo "FAIL $1 $2: $(head -n 1 "$scratch/said")"
	elif "$pawl" plan --detailed-exitcode --facts "$2" "$scratch/wish.yaml" >"$scratch/plan" 2>"$scratch/said" &&
		grep -q ': nothing to do' "$scratch/plan" && ! said_more; then
		echo "PASS $1 $2"
	else
		echo "FAIL $1 $2: $(head -n 1 "$scratch/plan" "$scratch/said" | tr '\n' ' ')"
	fi
}

for facts in tests/facts/*.json examples/facts/*.json tests/fuzz/machine.json; do
	empty export "$facts"
	empty generate "$facts"
done

# A machine with many devices of a kind: what a key means is told once.
once=$("$pawl" generate --facts examples/facts/kunpeng.json | grep -c 'how many VFs; 0 to sriov_totalvfs')
if [[ $once == 1 ]]; then echo "PASS generate tells a key once"; else echo "FAIL generate tells a key $once times"; fi
