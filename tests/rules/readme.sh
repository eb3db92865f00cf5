#!/bin/bash
# What README.md shows is what there is: the example, what the program prints of it, commands and exit codes. NEWS and
# `pawl help` name every command and page.
. "$(dirname "$0")/rules.bash"

program=${PAWL_BUILD:-build}/src/pawl
[[ -x $program ]] || skip "there is no $program: run it by 'make check'"

# block N: the text of README.md's Nth fenced block.
block() {
	awk -v n="$1" '/^```/ { fence++; next } fence == 2 * n - 1' README.md
}

difference=$(diff <(block 1) <(grep -v '^#' examples/vfs.yaml)) ||
	offence "the example is not examples/vfs.yaml: ${difference//$'\n'/ }"
difference=$(diff <(block 2) <("$program" rehearse examples/vfs.yaml --facts examples/facts/kunpeng.json)) ||
	offence "the output is another one: ${difference//$'\n'/ }"

# table HEAD: the cells of README.md's table under that head, as "FIRST|SECOND".
table() {
	awk -F ' *[|] *' -v head="$1" '$2 == head { inside = 1; next } !/^[|]/ { inside = 0 } inside && !/^[|]-/ { print $2 "|" $3 }' README.md
}

difference=$(diff <(table 'exit code') <("$program" help | sed -nE '/^Exit codes/,/^$/s/^ +([0-9]+)  (.*)/\1|\2/p')) ||
	offence "the exit codes are others: ${difference//$'\n'/ }"
news=$(sed -n '/^  Commands:/,/\.$/p' NEWS | tr '\n' ' ' | tr -s ' ')
while read -r command; do
	grep -qF "\`pawl $command" README.md || offence "README.md does not tell of \`pawl $command\`"
	[[ $news =~ [:,]\ ${command}[,.] ]] || offence "NEWS does not name \`$command\` among the commands"
done < <("$program" help | sed -nE '/^Commands/,/^$/s/^  ([a-z]+( [a-z]+)?).*/\1/p')
for page in doc/*.in; do
	page=${page#doc/} page=${page%.in}
	page="${page%.*}(${page##*.})"
	grep -qF "$page" NEWS || offence "NEWS does not name $page"
	"$program" help | grep -qF "$page" || offence "\`pawl help\` does not name $page"
done
verdict "the example and its output, commands, exit codes, pages"
