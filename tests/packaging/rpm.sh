#!/bin/bash
# shellcheck disable=SC2317 # functions are called by their names
# An RPM package is made of the archive; what it installs runs.
. "$(dirname "$0")/packaging.bash"

# On a Debian system rpm knows no package: what the build needs is there all the same.
build() {
	"$source/packaging/build-rpm" "$archive" "$scratch" --nodeps --nocheck --define 'debug_package %{nil}'
}

# Pages of the manual may be compressed, as the system's macros say.
holds() {
	local path missing=0

	rpm -qpl "$package" | sed "s/\.gz\$//" >"$scratch/files"
	for path; do
		grep -qxF "$path" "$scratch/files" || { printf 'it lacks %s\n' "$path"; missing=1; }
	done
	return "$missing"
}

runs() {
	mkdir "$scratch/root" && (cd "$scratch/root" && rpm2cpio "$package" | cpio -idm) &&
		[[ $("$scratch/root/usr/bin/pawl" --version) == *"$version"* ]]
}

for tool in rpmbuild rpm2cpio cpio; do needs "$tool"; done
archive_make
check "rpmbuild" "it says" build
[[ $broken -eq 0 ]] || exit 1
package=$(echo "$scratch"/pawl-[0-9]*.rpm)
check "its version is the program's" "it says" test "$(rpm -qp --qf '%{VERSION}' "$package")" = "$version"
check "it holds all that is installed" "rpm -qpl says" holds /usr/bin/pawl /usr/share/doc/pawl/examples/vfs.yaml \
	/usr/share/pawl/schemas/pawl-1.schema.json /usr/share/man/man1/pawl.1 /usr/share/man/man5/pawl.yaml.5 \
	/usr/share/bash-completion/completions/pawl /usr/lib/systemd/system/pawl-host.service
check "its program runs" "it says" runs
exit "$broken"
