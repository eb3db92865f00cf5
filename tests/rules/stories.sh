#!/bin/bash
# Each story says where it is played or why not, and each of the kernel's reactions has a source and a story in the lab.
. "$(dirname "$0")/rules.bash"

shopt -s nullglob
stories=(tests/{gates,pains,stories}/*.story)
[[ ${#stories[@]} -gt 0 ]] || skip "there is no story yet"

# said STORY VERB: what follows the verb; nothing when it is not there.
said() {
	sed -n "s/^$2 //p" "$1" | head -n 1
}

in_lab=()
for story in "${stories[@]}"; do
	lab=$(said "$story" lab) twin=$(said "$story" twin)
	case $lab in
	'') offence "$story does not say \`lab MACHINE...\` or \`lab no: WHY\`" ;;
	no:\ ?*) [[ -z $twin ]] || offence "$story is played nowhere" ;;
	*)
		in_lab+=("$story")
		for machine in $lab; do
			[[ -f tests/lab/machines/$machine ]] || offence "$story: the lab has no machine '$machine'"
		done
		;;
	esac
	shim=$(said "$story" shim)
	[[ -z $shim || -f tests/lab/$shim.c ]] || offence "$story: the lab has no shim '$shim'"
	[[ -z $twin || $twin == no:\ ?* ]] || offence "$story does not say why not on the twin"
done

# The table of pains and the stories that play them name each other.
pains=tests/pains/README.md
for n in {1..25}; do
	[[ $(grep -cE "^\\| $n\\. " "$pains") == 1 ]] || offence "$pains has not one row for pain $n"
done
for story in tests/pains/*.story; do
	name=$(basename "$story" .story)
	number=$((10#${name%%-*}))
	grep -qE "^\\| $number\\. .*\`$name\`" "$pains" || offence "$pains does not name $name at pain $number"
done
while read -r name; do
	[[ -f tests/pains/$name.story ]] || offence "$pains names $name, which is no story"
done < <(grep -oE '[0-9]{2}-[a-z-]+' "$pains")

# The rows of kernel_reactions: what is written, and where that is copied from.
rows=$(sed -n '/^const struct reaction kernel_reactions/,/^};/p' src/host/twin_pci.c)
n=$(grep -c '\.pattern = ' <<<"$rows")
[[ $n -gt 0 && $n == $(grep -c '\.source = "[^"]' <<<"$rows") ]] || offence "a reaction of the kernel has no source"
while read -r file; do
	by=$(grep -lE "^(write|[|]).*[/ ]$file( |$)|^[|] .*/$file( |$)" "${in_lab[@]}" | xargs -rn 1 basename -s .story | paste -sd ' ')
	if [[ -n $by ]]; then
		echo "$file: $by"
	else
		offence "nothing in the lab writes $file, to which the twin has a reaction"
	fi
done < <(sed -n 's|/\*",|",|; s|.*\.pattern = .*[/*]\([a-z_]*\)",|\1|p' <<<"$rows" | sort -u)
verdict "${#stories[@]} stories, ${#in_lab[@]} of them in the lab; $n reactions with their sources"
