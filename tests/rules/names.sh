#!/bin/bash
# Each name that the library's objects give is given once, and no test gives one of them. Of two in the library the
# linker takes the one that it comes upon first, and of a test's and the library's the test's: without a word.
. "$(dirname "$0")/rules.bash"

build=${PAWL_BUILD:-build}
[[ -f $build/libpawl.a ]] || skip "there is no $build/libpawl.a: run it by 'make check'"
command -v nm >/dev/null || skip "there is no nm"

# given OBJECT...: lines "NAME OBJECT" of what they give; not what a compiler makes for itself (two underscores).
given() {
	nm -A -g --defined-only "$@" | awk '$(NF - 1) ~ /^[TDBRC]$/ && $NF !~ /^__/ {
		sub(/:[^:]*$/, "", $1)
		sub(/.*[:\/]/, "", $1)
		print $NF, $1
	}'
}

declare -A giver
while read -r name object; do
	[[ -z ${giver[$name]:-} ]] ||
		offence "$name is in ${giver[$name]} and in $object of the library: only one of them is called"
	giver[$name]=$object
done < <(given "$build/libpawl.a")
[[ ${#giver[@]} -gt 0 ]] || offence "$build/libpawl.a gives no names"

# Objects stay when their test is gone. Automake has "property_property-read.o" for tests/stories/read.c.
objects=()
while read -r object; do
	source=${object#"$build"/} source=${source%.o}.c
	[[ ! -f $source && ! -f ${source%/*}/${source##*[/-]} ]] || objects+=("$object")
done < <(find "$build/tests" -name '*.o')
while read -r name object; do
	[[ -z ${giver[$name]:-} ]] || offence "$name is in $object of the tests and in ${giver[$name]} of the library"
done < <([[ ${#objects[@]} -eq 0 ]] || given "${objects[@]}")
verdict "${#giver[@]} names of the library, each once, and none of them in ${#objects[@]} objects of tests"
