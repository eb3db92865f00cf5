#!/bin/bash
# A file includes the headers of its own floor and of those below; never a row beside it. The header of an idea
# keeps to its floor too, so what it includes in turn is below as well.
. "$(dirname "$0")/rules.bash"

# The headers in include/ of each floor, and the floors that each stands on (DESIGN section 2).
declare -A headers=(
	[base]="address arena digest report text lookup object"
	[model]="values range field resource change lanes effect step plan"
	[host]="applied asks claim descriptors domain eswitch guest host knob knob_words nvme nvme_numbers nvme_keys nvme_command nvme_namespaces vf pci pin remembered survey use names facts twin waiting"
	[rows]="select closure guest_body net share namespaces namespace_known namespace_matters kind platform gate"
	[engine]="wish engine grounds journal journal_entry ledger ledger_run predict record recall restore runs"
	[cli]="cli"
)
declare -A stands_on=(
	[base]=""
	[model]="base"
	[host]="base"
	[rows]="base model host"
	[engine]="base model host rows"
	[cli]="base model host rows engine"
)

# floor_of DIRECTORY: kinds, platforms and gates are one floor.
floor_of() {
	case $1 in
	kinds | platforms | gates) echo rows ;;
	*) echo "$1" ;;
	esac
}

# allowed FLOOR HEADER: may a file of that floor include this header of include/?
allowed() {
	local floor

	for floor in "$1" ${stands_on[$1]}; do
		[[ " ${headers[$floor]} " != *" $2 "* ]] || return 0
	done
	return 1
}

# beside FILE HEADER: a header in src/ is for its own directory. Among rows it is for the files named after it, but
# for the one that lists a directory's rows.
beside() {
	local directory=${1%/*} stem=${2%.h}

	[[ $directory == src/* && -f $directory/$2 && $2 != */* ]] || return 1
	[[ $(floor_of "${directory#src/}") != rows || $stem == "${directory#src/}_rows" ||
		${1##*/} == "$stem".[ch] || ${1##*/} == "$stem"_*.[ch] ]]
}

# check FILE FLOOR
check() {
	local header

	while read -r header; do
		includes=$((includes + 1))
		[[ $header == *.h ]] || { offence "$1 includes '$header', which is no header"; continue; }
		allowed "$2" "${header%.h}" || beside "$1" "$header" ||
			offence "$1 (floor $2) includes $header, which is not below it"
	done < <(sed -n 's/^[[:space:]]*#[[:space:]]*include[[:space:]]*"\(.*\)".*/\1/p' "$1")
}

includes=0
for file in include/*.h; do
	name=$(basename "$file" .h)
	home=
	for floor in "${!headers[@]}"; do
		[[ " ${headers[$floor]} " != *" $name "* ]] || home=$floor
	done
	if [[ -n $home ]]; then check "$file" "$home"; else offence "$file is on no floor of this rule's table"; fi
done
while read -r file; do
	directory=${file#src/}
	floor=$(floor_of "${directory%%/*}")
	if [[ -v headers[$floor] ]]; then check "$file" "$floor"; else offence "$file is on no floor"; fi
done < <(find src -name '*.[ch]' | LC_ALL=C sort)
[[ $includes -gt 0 ]] || offence "no include was found"
verdict "$includes includes go downward only"
