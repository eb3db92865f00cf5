#!/bin/bash
# Each fuzz target on each file of its corpus. `configure --enable-fuzzing CC=clang` makes real fuzzers of them:
# ASAN_OPTIONS=malloc_context_size=2 tests/fuzz/TARGET -max_len=16384 DIRECTORY tests/fuzz/corpus/TARGET. What they
# find is mended and stays here.
set -u
cd "$(dirname "$(readlink -f "$0")")/../.." || exit 1
programs=${PAWL_BUILD:?the directory of the build}/tests/fuzz
status=0

for input in tests/fuzz/corpus/*/*; do
	target=$(basename "$(dirname "$input")")
	if said=$("$programs/$target" "$input" 2>&1); then
		printf 'PASS fuzz %s/%s\n' "$target" "$(basename "$input")"
	else
		printf 'FAIL fuzz %s/%s: %s\n' "$target" "$(basename "$input")" "$(head -n 12 <<<"$said")"
		status=1
	fi
done
exit "$status"
