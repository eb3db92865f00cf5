#!/bin/bash
# The files of schemas/ are what the tables generate: one for each name that `pawl schema` takes.
. "$(dirname "$0")/rules.bash"

program=${PAWL_BUILD:-build}/src/pawl
[[ -x $program ]] || skip "there is no $program: run it by 'make check'"

names=0
while read -r name file _; do
	names=$((names + 1))
	difference=$(diff "schemas/$file" <("$program" schema "$name") 2>&1) ||
		offence "schemas/$file is not what the tables make; 'make schemas' renews it: ${difference:0:300}"
	grep -qF "schemas/$file" src/sources.am || offence "schemas/$file is not listed in src/sources.am"
done < <("$program" schema)
for file in schemas/*.schema.json; do
	"$program" schema | grep -qF " ${file##*/} " || offence "$file: no such schema is made"
done
[[ $names -gt 0 ]] || offence "there is no schema"
verdict "$names schemas"
