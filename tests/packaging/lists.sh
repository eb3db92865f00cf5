#!/bin/bash
# What pawl is built with is said in four places, each for its own readers: they say the same.
. "$(dirname "$0")/packaging.bash"
cd "$source" || exit 1

modules() {
	sed -n 's/^PKG_CHECK_MODULES(\[[A-Z]*\], \[\([^]]*\)\].*/\1/p' configure.ac | grep -oE '[a-z][a-z0-9.-]* *(>= *[0-9.]+)?' |
		sed 's/ *>=/ >=/; s/ *$//' | sort
}

spec_modules() {
	sed -n 's/^BuildRequires: *pkgconfig(\([^)]*\))/\1/p' packaging/pawl.spec | sort
}

# Debian's names, but for what comes with every build there or with debhelper.
listed() {
	awk '$1 == "build" || $2 == "check" { print $2 }' packaging/packages |
		grep -vxE -e '-|gcc|libc6-dev|make|automake|autoconf' | sort
}

control() {
	sed -n '/^Build-Depends:/,/^[A-Z]/p' packaging/debian/control | sed -n 's/^ \([a-z0-9-]*\).*/\1/p' |
		grep -v '^debhelper' | sort
}

versions() {
	sed -n 's/^AC_INIT(\[pawl\], \[\(.*\)\])/\1/p' configure.ac
	sed -n 's/^Version: *//p' packaging/pawl.spec
	sed -n '1s/.*(\(.*\)-.*/\1/p' packaging/debian/changelog
	sed -n '1s/^pawl //p' NEWS
}

check "the spec file needs what configure looks for" "they differ" diff <(modules) <(spec_modules)
check "debian/control needs what packaging/packages lists" "they differ" diff <(listed) <(control)
check "one version" "$(versions | paste -sd ' ')" test "$(versions | sort | uniq -c | tr -s ' ')" = " 4 $(versions | head -n 1)"
exit "$broken"
