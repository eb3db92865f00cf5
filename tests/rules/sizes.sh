#!/bin/bash
# Sizes that keep the program readable: files, headers, functions, width of a line.
. "$(dirname "$0")/rules.bash"

# lines FILE
lines() {
	wc -l <"$1"
}

# A function is what stands between `{` and `}` in column 0, both counted.
functions() {
	awk '/^\{/ { start = FNR }
	     /^\}/ && start { print FNR - start + 1, FILENAME ":" start; start = 0 }' "$@"
}

mapfile -t sources < <(find src -name '*.c' | LC_ALL=C sort)
mapfile -t all < <(find src include tests -name '*.[ch]' | LC_ALL=C sort)
[[ ${#sources[@]} -gt 0 ]] || skip "there is no source yet"

for file in "${all[@]}"; do
	[[ $(lines "$file") -le 400 ]] || offence "$file has $(lines "$file") lines, above 400"
	while read -r where; do
		offence "$where is wider than 110 columns"
	done < <(expand -t 8 "$file" | awk -v file="$file" 'length > 110 { print file ":" FNR }')
done
for file in include/*.h; do
	[[ $(lines "$file") -le 110 ]] || offence "$file has $(lines "$file") lines, above 110"
done
while read -r size where; do
	[[ $size -le 60 ]] || offence "$where: a function of $size lines, above 60"
done < <(functions "${all[@]}")

mapfile -t measured < <(functions "${sources[@]}" | cut -d' ' -f1 | sort -n)
median=${measured[$((${#measured[@]} / 2))]}
[[ $median -le 15 ]] || offence "the median function has $median lines, above 15"
verdict "${#sources[@]} sources, ${#measured[@]} functions, median $median lines, longest ${measured[-1]}"
