# shellcheck shell=bash
# What the rules share: where they look, and how they tell what they found.
set -u
rule=$(basename "$0" .sh)
broken=0
cd "$(dirname "${BASH_SOURCE[0]}")/../.." || exit 1

# offence WHAT...: one break of the rule.
offence() {
	printf 'FAIL %s: %s\n' "$rule" "$*"
	broken=$((broken + 1))
}

# verdict SUMMARY...: the rule's last line, when nothing broke it.
verdict() {
	[[ $broken -eq 0 ]] || exit 1
	printf 'PASS %s: %s\n' "$rule" "$*"
}

# skip WHY...: the rule cannot be asked here.
skip() {
	printf 'SKIP %s: %s\n' "$rule" "$*"
	exit 77
}

# repository: the files that belong to the repository, also those not yet committed.
repository() {
	git ls-files --cached --others --exclude-standard | while read -r file; do
		[[ ! -f $file ]] || printf '%s\n' "$file"
	done
}

# code FILE: its lines as "NUMBER:text" without comments and strings, so that words in them break no rule.
code() {
	awk '{
		gsub(/"([^"\\]|\\.)*"/, "\"\"")
		gsub(/\/\*.*\*\//, "")
		if (inside) { if (!sub(/.*\*\//, "")) next; inside = 0 }
		if (sub(/\/\*.*/, "")) inside = 1
		sub(/\/\/.*/, "")
		print FNR ":" $0
	}' "$1"
}
