#!/bin/bash
# shellcheck disable=SC2317 # functions are called by their names
# A Debian package is made of the archive; what it installs runs.
. "$(dirname "$0")/packaging.bash"

build() {
	DEB_BUILD_OPTIONS=nocheck "$source/packaging/build-deb" "$archive" "$scratch"
}

# In the package, each of these paths or patterns.
holds() {
	local pattern missing=0

	dpkg-deb -c "$package" | awk '{ print $6 }' >"$scratch/files"
	for pattern; do
		grep -qE "^\./$pattern\$" "$scratch/files" || { printf 'it lacks %s\n' "$pattern"; missing=1; }
	done
	return "$missing"
}

says() {
	[[ $(dpkg-deb -f "$package" "$1") =~ $2 ]] || { dpkg-deb -I "$package"; return 1; }
}

runs() {
	dpkg-deb -x "$package" "$scratch/root" &&
		[[ $("$scratch/root/usr/bin/pawl" --version) == *"$version"* ]] &&
		"$scratch/root/usr/bin/pawl" rehearse "$scratch/root/usr/share/doc/pawl/examples/vfs.yaml" \
			--facts "$scratch/root/usr/share/doc/pawl/examples/facts/kunpeng.json"
}

for tool in dpkg-buildpackage dh; do needs "$tool"; done
archive_make
check "dpkg-buildpackage" "it says" build
[[ $broken -eq 0 ]] || exit 1
package=$(echo "$scratch"/pawl_*.deb)
check "its version is the program's" "it says" says Version "^$version-"
check "it depends on its libraries" "it says" says Depends 'libjansson4.*libyaml-0-2'
check "it holds all that is installed" "dpkg-deb -c says" holds usr/bin/pawl 'usr/share/doc/pawl/copyright' \
	'usr/share/doc/pawl/examples/vfs.yaml' 'usr/share/pawl/schemas/pawl-1.schema.json' \
	'usr/share/man/man1/pawl.1.gz' 'usr/share/man/man5/pawl.yaml.5.gz' 'usr/share/man/man5/pawl-json.5.gz' \
	'usr/share/man/man5/pawl-ledger.5.gz' 'usr/share/man/man7/pawl-gates.7.gz' \
	'usr/share/bash-completion/completions/pawl' 'usr/share/fish/vendor_completions.d/pawl.fish' \
	'usr/share/zsh/.*/_pawl' '(usr/)?lib/systemd/system/pawl-host.service'
check "its program rehearses its example" "it says" runs
if command -v lintian >/dev/null; then
	check "lintian" "it says" lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs "$package"
else
	printf 'SKIP %s: lintian is not installed\n' "$part"
fi
exit "$broken"
