#!/bin/bash
# The C files look as .clang-format says.
. "$(dirname "$0")/rules.bash"

# Another release of clang-format may lay the same rules out otherwise; this one is Debian 12's.
formatter=$(command -v clang-format-14 || command -v clang-format) || skip "clang-format is not installed"
[[ $("$formatter" --version) == *" version 14."* ]] || skip "$("$formatter" --version) is not version 14"

mapfile -t files < <(find src include tests -name '*.[ch]' | LC_ALL=C sort)
# One process for all of them: to start one a file takes longer than what it does. A file's first remark is enough.
while IFS= read -r first; do
	offence "$first (clang-format -i ${first%%:*})"
done < <("$formatter" --dry-run -Werror "${files[@]}" 2>&1 | awk -F: '/: (error|warning): / && !told[$1]++')
verdict "${#files[@]} files"
