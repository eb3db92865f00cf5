# shellcheck shell=bash
# What the tests of completion share: a machine of three functions, a file, and how each line is to be completed.
set -u
shell=$(basename "$0" .sh)
export PATH=$PAWL_BUILD/src:$PATH
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
cd "$place" || exit 1
mkdir -p root/sys/bus/pci/devices/0000:{17:00.0,17:00.1,a1:00.0}
cp "$PAWL_SOURCE/examples/vfs.yaml" vfs.yaml
cp "$PAWL_SOURCE/examples/facts/kunpeng.json" kp.json

# LINE|CANDIDATES: what the shell is to have at the end of the line, sorted, whole words.
lines='pawl sh|show
pawl facts |capture
pawl explain iommu-o|iommu-off
pawl explain exit-7|exit-75 exit-7 exit-77
pawl plan --det|--detailed-exitcode
pawl plan -o j|json
pawl plan --color=al|--color=always
pawl completion z|zsh
pawl schema ya|yaml
pawl show --root root 0000:1|0000:17:00.0 0000:17:00.1
pawl show --root=root 0000:a|0000:a1:00.0
pawl show --root root driv|driver=
pawl show --root root pc|pci=
pawl plan vfs.yaml --host k|kp001
pawl plan -f vfs.yaml --target ssd0.vf.3|ssd0.vf.3
pawl plan --allow gr|group-not-whole
pawl plan --allow zz|
pawl plan vfs.yaml --allow group-not-whole:ssd0.vf.3|group-not-whole:ssd0.vf.3
pawl plan vfs.yaml --allow=mac-twice,group-not-whole:ssd0.vfs|--allow=mac-twice,group-not-whole:ssd0.vfs
pawl show --facts kp.json 0000:35:00.|0000:35:00.0 0000:35:00.1 0000:35:00.2 0000:35:00.3
pawl plan vf|vfs.yaml
pawl plan --file=vf|--file=vfs.yaml
pawl nonsense |'

sorted() {
	tr ' ' '\n' | sed '/^$/d' | LC_ALL=C sort | paste -sd' '
}

# compare FUNCTION: each line, completed by FUNCTION LINE, which prints the words.
compare() {
	local line wanted got failed=0

	while IFS='|' read -r line wanted; do
		wanted=$(sorted <<<"$wanted")
		got=$("$1" "$line" 2>&1 | tr '\n' ' ' | sorted)
		if [[ $got == "$wanted" ]]; then
			printf 'PASS %s: "%s"\n' "$shell" "$line"
		else
			printf 'FAIL %s: "%s" gives "%s", not "%s"\n' "$shell" "$line" "$got" "$wanted"
			failed=1
		fi
	done <<<"$lines"
	return "$failed"
}
