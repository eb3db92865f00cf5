#!/bin/bash
# Each id that a finding in the sources has is explained by `pawl explain`, and each row of words has its finding.
. "$(dirname "$0")/rules.bash"

program=${PAWL_BUILD:-build}/src/pawl
[[ -x $program ]] || skip "there is no $program: run it by 'make check'"

# given FILE...: "FILE EXPRESSION" for each value that a member `id` gets; a value may go on in the next line.
given() {
	awk 'FNR == 1 { pending = "" }
	     { line = pending $0; pending = ""
	       while (match(line, /\.id =[ \t]*/)) {
	           rest = substr(line, RSTART + RLENGTH)
	           if (!match(rest, /[,;}]/)) { pending = ".id = " rest " "; break }
	           print FILENAME, substr(rest, 1, RSTART - 1)
	           line = substr(rest, RSTART)
	       } }' "$@"
}

# words_of EXPRESSION: the ids that it may be: what is quoted, or, of "row->damaged", what rows give as .damaged.
words_of() {
	if [[ $1 == *\"* ]]; then
		grep -oE '"[a-z][a-z0-9.-]*"' <<<"$1" | tr -d '"'
	elif [[ $1 =~ -\>([a-z_]+)[[:blank:]]*$ && ${BASH_REMATCH[1]} != id ]]; then
		grep -hoE "\.${BASH_REMATCH[1]} = \"[a-z0-9-]+\"" "${sources[@]}" | cut -d'"' -f2 | sort -u
	fi
}

# home_of FILE: where words for a finding of that file stand best.
home_of() {
	case $1 in
	src/kinds/* | src/engine/wish_*) echo src/cli/explain_wish.c ;;
	src/engine/load* | src/engine/wish* | src/host/facts*) echo src/cli/explain_files.c ;;
	src/host/*) echo src/cli/explain_machine.c ;;
	src/cli/*) echo src/cli/explain_words.c ;;
	*) echo src/cli/explain_runs.c ;;
	esac
}

mapfile -t sources < <(find src -name '*.c' ! -name 'explain_*.c' | LC_ALL=C sort)
mapfile -t tables < <(find src/cli -name 'explain_*.c')
explained=" $("$program" explain | awk '/^  / { printf "%s ", $1 }') "
used=" "
n=0
while read -r file expression; do
	ids=$(words_of "$expression")
	[[ -n $ids || $expression == *'->id'* || $expression == [0-9]* ]] ||
		offence "$file: .id = $expression: write the id itself there, so that its words can be asked for"
	for id in $ids; do
		n=$((n + 1))
		used+="$id "
		[[ $explained == *" $id "* ]] ||
			offence "$file: nobody explains [$id]: add to $(home_of "$file")" \
				"{ .id = \"$id\", .means = \"...\", .why = \"...\", .fix = \"...\" },"
	done
done < <(given "${sources[@]}")
while read -r file expression; do
	id=$(words_of "$expression")
	[[ $used == *" $id "* ]] || offence "$file: no finding in src/ has the id [$id]: take its row out"
done < <(given "${tables[@]}")
[[ $n -gt 0 ]] || offence "no finding was found"
verdict "$n ids of findings have words"
