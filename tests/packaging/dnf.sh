#!/bin/bash
# shellcheck disable=SC2317 # functions are called by their names
# On a system with dnf and no apt-get, quickstart asks dnf for what packaging/packages lists, and for nothing else.
. "$(dirname "$0")/packaging.bash"

# The commands that quickstart uses, and a dnf and an rpm that write down what they are asked for. Nothing is
# installed as long as the one package that `rpm -q` finds is all that there is. No build follows: there is no
# autogen.sh to begin one with.
stage() {
	local command

	mkdir -p "$scratch/bin" "$scratch/tree"
	for command in bash awk sed comm sort tail mktemp rm dirname readlink mkdir nproc tr cat env grep tee make; do
		ln -s "$(command -v "$command")" "$scratch/bin/$command"
	done
	cp -r "$source/quickstart" "$source/packaging" "$scratch/tree"
	printf '#!/bin/bash\necho "dnf $*" >>"%s/asked"\n%s\n' "$scratch" '[[ $* != *fish* ]]' >"$scratch/bin/dnf"
	printf '#!/bin/bash\n[[ $* == "-q --quiet --whatprovides gcc" ]]\n' >"$scratch/bin/rpm"
	printf '#!/bin/bash\n"$@"\n' >"$scratch/bin/sudo"
	chmod +x "$scratch/bin/"{dnf,rpm,sudo}
}

# asked WORDS...: what dnf was asked by `quickstart WORDS`.
asked() {
	rm -f "$scratch/asked"
	PATH=$scratch/bin "$scratch/tree/quickstart" "$@" >"$scratch/said" 2>&1
	cat "$scratch/asked"
}

# listed PURPOSE: the packages of the table, but for gcc, which this system has.
listed() {
	awk -v purpose="$1" '$1 == purpose && $3 != "-" && $3 != "gcc" { print $3 }' "$source/packaging/packages"
}

for_build() {
	printf 'dnf -qy install %s\n' "$(listed build | paste -sd ' ')"
}

# One by one: a package that this system does not have keeps no other one away.
for_tests() {
	local purpose

	for_build
	for purpose; do
		listed "$purpose" | sed 's/^/dnf -qy install /'
	done
}

same() {
	diff "$scratch/want" "$scratch/got"
}

stage
for words in "" "test" "test full"; do
	# shellcheck disable=SC2086 # words are words
	asked $words >"$scratch/got"
	case $words in
	'') for_build ;;
	test) for_tests test ;;
	*) for_tests test full ;;
	esac >"$scratch/want"
	check "quickstart $words: $(wc -l <"$scratch/got") commands, the first: $(head -n 1 "$scratch/got")" \
		"it asks for something else" same
done
check "a package that is not there is named" "$(cat "$scratch/said")" grep -q "no package fish" "$scratch/said"
exit "$broken"
