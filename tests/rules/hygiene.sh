#!/bin/bash
# What must not be in the repository, and what every script and document must keep to.
. "$(dirname "$0")/rules.bash"

# absent WHAT PATTERN: no file's text matches the (extended) pattern.
absent() {
	local hit

	while read -r hit; do
		offence "$1: $hit"
	done < <(grep -InE -- "$2" "${files[@]}" /dev/null | cut -c1-160)
}

[[ $(git rev-parse --show-toplevel 2>/dev/null) == "$PWD" ]] || skip "this is no checkout, or git is not installed"
mapfile -t files < <(repository | grep -vx LICENSE)

# This checkout's own path, and home directories of people. A checkout may be at /src: "../src/" is none of it.
absent "a path of one machine" "(^|[^]A-Za-z0-9_.}*\"-]|[^A-Za-z0-9_]\")$(printf %s "$PWD" | sed 's/[.[\*^$+?(){|]/\\&/g')/"
absent "a path of one machine" '(/home|/Users)/[a-z]'

# A document may cite these hosts; where packages come from is the machine's own business.
cited='(www\.|docs\.|git\.|lore\.|elixir\.)?(kernel\.org|kernel\.googlesource\.com|github\.com|gitee\.com|gnu\.org|libvirt\.org|qemu\.org|yaml\.org|json-schema\.org|bootlin\.com|hiascend\.com|hikunpeng\.com|no-color\.org|debian\.org|example\.(com|org))'
while IFS=: read -r file line url; do
	[[ $url =~ ^https?://$cited([/:]|$) ]] || offence "$file:$line: $url is not a host that this project cites"
done < <(grep -InoE 'https?://[^][:space:]"<>`)]+' "${files[@]}" /dev/null)
absent "a host that packages come from" \
	'(^|[^[:alnum:].-])(registry|mirrors?|repos?|archives?|deb|pypi|crates|index|proxy|download)\.[a-z][a-z0-9-]*\.(org|com|io|net|cn|dev)'

while read -r file; do
	offence "$file is a generated file"
done < <(printf '%s\n' "${files[@]}" | grep -E \
	'\.(o|a|so|lo|la|gch|gcda|gcno|log|trs|deb|rpm|img|qcow2|gz|xz|orig|rej|swp)$|(^|/)(Makefile|Makefile\.in|configure|aclocal\.m4|config\.(status|log))$|~$')

[[ ! -f ARCHITECTURE.md || $(wc -l <ARCHITECTURE.md) -le 120 ]] || offence "ARCHITECTURE.md is longer than 120 lines"

while read -r file; do
	[[ $(head -n 1 "$file") == '/* SPDX-License-Identifier: GPL-2.0-or-later */' ]] ||
		offence "$file does not start with its licence"
done < <(printf '%s\n' "${files[@]}" | grep '\.[ch]$')
absent "left open" '(^|[^[:alnum:]])(TO''DO|FIX''ME|XX''X)([^[:alnum:]]|$)'

mapfile -t scripts < <(grep -lE '^#!/bin/(ba)?sh|^# shellcheck shell=' "${files[@]}" /dev/null)
if command -v shellcheck >/dev/null; then
	while read -r remark; do
		offence "$remark"
	done < <(shellcheck --format=gcc "${scripts[@]}")
else
	printf 'SKIP %s: shellcheck is not installed, %d scripts unread\n' "$rule" "${#scripts[@]}"
fi
verdict "${#files[@]} files, ${#scripts[@]} scripts"
