#!/bin/bash
# What README.md shows of the example is the example, and what the program prints of it.
. "$(dirname "$0")/rules.bash"

program=${PAWL_BUILD:-build}/src/pawl
[[ -x $program ]] || skip "there is no $program: run it by 'make check'"

# block N: the text of README.md's Nth fenced block.
block() {
	awk -v n="$1" '/^```/ { fence++; next } fence == 2 * n - 1' README.md
}

difference=$(diff <(block 1) <(grep -v '^#' examples/vfs.yaml)) ||
	offence "the example is not examples/vfs.yaml: ${difference//$'\n'/ }"
difference=$(diff <(block 2) <("$program" rehearse examples/vfs.yaml --facts examples/facts/kunpeng.json)) ||
	offence "the output is another one: ${difference//$'\n'/ }"
verdict "the example and its output"
