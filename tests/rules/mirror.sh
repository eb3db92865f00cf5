#!/bin/bash
# Each source of base, model and host has its unit test, and every source and test is in the lists of the build.
. "$(dirname "$0")/rules.bash"

# Sources that another file's test covers, because they are parts of the same thing. A source named after another
# one with an underscore, as twin_path.c is after twin.c, is covered by that one's test.
declare -A covered_by=(
	[finding]=report
	[memory]=text
	[cycle]=plan
	[order]=plan
	[precedence]=plan
	[schedule]=plan
	[knob_attribute]=knobs
	[knob_driver]=knobs
	[knob_vf_nvme]=knob_vf
	[knob_vf_op]=knob_vf
)

# has_test SOURCE: its own, the listed one, or that of its name's beginning.
has_test() {
	local name candidate

	name=$(basename "$1" .c)
	for candidate in "$name" "${covered_by[$name]:-$name}" "${name%%_*}"; do
		[[ ! -f tests/unit/test_$candidate.c ]] || return 0
	done
	return 1
}

sources=0
for file in src/{base,model,host}/*.c; do
	[[ -f $file ]] || continue
	sources=$((sources + 1))
	has_test "$file" || offence "$file has no test in tests/unit/"
done
for name in "${!covered_by[@]}"; do
	compgen -G "src/*/$name.c" >/dev/null || offence "$name.c is covered by ${covered_by[$name]}, but does not exist"
done

listed() {
	tr -s ' \t\134' '\n' <"$2" | grep -qxF -- "$1" || offence "$1 is not listed in $2"
}
while read -r file; do
	case $file in
	src/cli/*main.c) listed "$file" Makefile.am ;;
	*) listed "$file" src/sources.am ;;
	esac
done < <(find src include -name '*.[ch]')
while read -r file; do
	listed "${file%.c}" tests/tests.am
done < <(find tests/unit -name 'test_*.c')
while read -r file; do
	listed "$file" tests/tests.am
done < <(find tests/rules tests/crash -name '*.sh'; find tests/stories tests/gates tests/pains -name '*.story')
[[ $sources -gt 0 ]] || skip "there is no source yet"
verdict "$sources sources have their tests, and the build knows every file"
