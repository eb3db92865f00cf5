#!/bin/bash
# shellcheck disable=SC2317 # functions are called by their names
# Completion in bash: the script, driven as readline drives it, with colons that break words.
. "$(dirname "$0")/completion.bash"
eval "$(pawl completion bash)"

# readline replaces what follows the last break only: the part before it stays.
answers() {
	local COMP_LINE=$1 COMP_POINT=${#1} COMPREPLY word=${1##* } reply
	local kept=${word%"${word##*[:=]}"}

	_pawl
	for reply in "${COMPREPLY[@]+"${COMPREPLY[@]}"}"; do
		printf '%s%s\n' "$kept" "$reply"
	done
}

# Without the breaks, or within quotes, the whole word is replaced.
unbroken() {
	local COMP_WORDBREAKS=$' \t\n' COMP_LINE='pawl show --root root 0000:a' COMP_POINT COMPREPLY

	COMP_POINT=${#COMP_LINE}
	_pawl
	printf '%s\n' "${COMPREPLY[*]}"
}

quoted() {
	local COMP_LINE='pawl show --root root "0000:a' COMP_POINT COMPREPLY

	COMP_POINT=${#COMP_LINE}
	_pawl
	printf '%s\n' "${COMPREPLY[*]}"
}

# A pawl that is not there, or is too old to know the question, offers nothing and says nothing.
absent() {
	local COMP_LINE='no-such-pawl sh' COMP_POINT=15 COMPREPLY

	_pawl 2>&1
	COMP_LINE='false sh' COMP_POINT=8
	_pawl 2>&1
	printf '%s0000:a1:00.0\n' "${COMPREPLY[*]}"
}

[[ $COMP_WORDBREAKS == *:*=* || $COMP_WORDBREAKS == *=*:* ]] || COMP_WORDBREAKS+=':='
compare answers
status=$?
for case in unbroken quoted absent; do
	if [[ $("$case") == 0000:a1:00.0 ]]; then
		printf 'PASS bash: %s\n' "$case"
	else
		printf 'FAIL bash: %s gives "%s"\n' "$case" "$("$case")"
		status=1
	fi
done
if command -v shellcheck >/dev/null; then
	if pawl completion bash | shellcheck -s bash -; then
		echo 'PASS bash: shellcheck'
	else
		echo 'FAIL bash: shellcheck'
		status=1
	fi
else
	echo 'SKIP bash: shellcheck is not installed'
fi
exit $status
