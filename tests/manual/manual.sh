#!/bin/bash
# The pages of the manual: clean for mandoc and for man, whole, and found by what people look for.
set -u
pages=("$PAWL_BUILD"/doc/pawl.1 "$PAWL_BUILD"/doc/pawl.yaml.5 "$PAWL_BUILD"/doc/pawl-json.5
	"$PAWL_BUILD"/doc/pawl-ledger.5 "$PAWL_BUILD"/doc/pawl-gates.7)
status=0

# tell NAME SAID: a check that must have said nothing.
tell() {
	if [[ -z $2 ]]; then
		printf 'PASS manual: %s\n' "$1"
	else
		printf 'FAIL manual: %s: %s\n' "$1" "${2//$'\n'/ }"
		status=1
	fi
}

for page in "${pages[@]}"; do
	name=${page##*/}
	if command -v mandoc >/dev/null; then
		tell "$name for mandoc" "$(mandoc -Tlint -W warning "$page" 2>&1)"
	else
		echo "SKIP manual: $name for mandoc: mandoc is not installed"
	fi
	if command -v man >/dev/null && command -v groff >/dev/null; then
		tell "$name for man" "$(LC_ALL=C.UTF-8 man --warnings -E UTF-8 -l -Tutf8 -Z "$page" 2>&1 >/dev/null)"
	else
		echo "SKIP manual: $name for man: man or groff is not installed"
	fi
	if command -v lexgrog >/dev/null; then
		tell "$name for whatis" "$(lexgrog "$page" | grep -vF -- "- $(sed -n 's/^\.Nd //p' "$page")\"")"
	else
		echo "SKIP manual: $name for whatis: lexgrog is not installed"
	fi
	tell "$name leaves no part out" "$(grep -n '^@' "$page")"
done

# has PAGE LINE...: the page, as it is printed, has these lines.
has() {
	local page=$1 text line
	text=$(LC_ALL=C.UTF-8 MANWIDTH=110 man -l "$PAWL_BUILD/doc/$page" 2>/dev/null | col -bx)
	shift
	for line in "$@"; do
		tell "$page has: ${line//$'\n'/ }" "$([[ $text == *"$line"* ]] || echo 'it has not')"
	done
}
if command -v man >/dev/null && command -v groff >/dev/null && command -v col >/dev/null; then
	has pawl.yaml.5 '   hosts.NAME
     class   the classes' 'Takes: a map of NAME: {...}; NAME is a guest'"'"'s name' \
		'Takes: legacy or switchdev, or a map'
else
	echo "SKIP manual: what stands in the pages: man, groff or col is not installed"
fi
tell "pawl-json.5 tells each long map once" "$(grep -oE '^[.]It Cm .*(steps[[][]][.]knob|host[.]kernel)$' \
	"$PAWL_BUILD/doc/pawl-json.5" | grep -vxE '[.]It Cm (steps[[][]][.]knob|host[.]kernel)')"

unused=
while read -r part; do
	grep -qx "@$part@" "$PAWL_SOURCE"/doc/*.in || unused+="$part "
done < <("$PAWL_BUILD"/src/manual parts)
tell "each part stands in a page" "$unused"
tell "a page that names no part" \
	"$("$PAWL_BUILD"/src/manual page <<<'@no-such-part@' 2>&1 >/dev/null | grep -v 'line 1 of the page')"
exit $status
