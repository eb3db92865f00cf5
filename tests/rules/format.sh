#!/bin/bash
# The C files look as .clang-format says.
. "$(dirname "$0")/rules.bash"

# Another release of clang-format may lay the same rules out otherwise; this one is Debian 12's.
formatter=$(command -v clang-format-14 || command -v clang-format) || skip "clang-format is not installed"
[[ $("$formatter" --version) == *" version 14."* ]] || skip "$("$formatter" --version) is not version 14"

mapfile -t files < <(find src include tests -name '*.[ch]' | LC_ALL=C sort)
for file in "${files[@]}"; do
	first=$("$formatter" --dry-run -Werror "$file" 2>&1 | head -n 1)
	[[ -z $first ]] || offence "$first (clang-format -i $file)"
done
verdict "${#files[@]} files"
