#!/bin/bash
# The benchmark's floor reads exactly the attributes that the survey reads, at most 16 a function.
. "$(dirname "$0")/rules.bash"

program=${PAWL_BUILD:-build}/tests/bench/survey-list
[[ -x $program ]] || skip "there is no $program: run it by 'make check'"

difference=$(diff tests/bench/attributes <("$program")) ||
	offence "tests/bench/attributes differs from the survey: ${difference//$'\n'/ }"
[[ $(wc -l <tests/bench/attributes) -le 16 ]] || offence "tests/bench/attributes has more than 16"
verdict "$(wc -l <tests/bench/attributes) attributes a function"
