#!/bin/bash
# An independent validator takes the schemas, and what pawl reads and writes fits them: tests/schemas/validate.py.
# Documents come from the commands on the examples, and from every story that asks for one.
set -u
cd "${PAWL_SOURCE:-.}" || exit 1
build=${PAWL_BUILD:-build}
documents=$(mktemp -d)
trap 'rm -rf "$documents"' EXIT

python=
for candidate in python3 /usr/bin/python3; do
	! "$candidate" -c 'import jsonschema, yaml' 2>/dev/null || { python=$candidate; break; }
done
if [[ -z $python ]]; then
	echo "SKIP schemas: there is no python3 with jsonschema and yaml (packaging/packages)"
	exit 77
fi

for command in "plan examples/vfs.yaml" "assert examples/vfs.yaml" "rehearse examples/vfs.yaml" "rehearse examples/nvme.yaml" "show" "show -f examples/vfs.yaml 0000:17"; do
	# shellcheck disable=SC2086 # the words of a command
	"$build/src/pawl" $command --facts examples/facts/kunpeng.json -o json >"$documents/${command//[ \/]/_}.json"
	# shellcheck disable=SC2086
	"$build/src/pawl" $command --facts examples/facts/kunpeng.json -o yaml >"$documents/${command//[ \/]/_}.yaml"
done
"$build/src/pawl" validate examples/vfs.yaml -o json >"$documents/validate.json"
"$build/src/pawl" validate tests/config/ten-mistakes.yaml -o yaml >"$documents/mistakes.yaml" 2>/dev/null
"$build/src/pawl" validate tests/config/ten-mistakes.yaml -o json >"$documents/mistakes.json" 2>/dev/null
"$build/src/pawl" plan examples/vfs.yaml --facts examples/facts/kunpeng.json --out "$documents/saved.json" >/dev/null
"$build/src/pawl" explain -o json >"$documents/explain.json"
"$build/src/pawl" show ffff --facts examples/facts/kunpeng.json -o json >"$documents/none.json" 2>/dev/null
"$build/src/pawl" status -o json >"$documents/status.json"
cp examples/facts/*.json tests/facts/*.json "$documents"

grep -lE '^run .*(-o json|--events|facts capture)' tests/{stories,gates,pains}/*.story | while read -r story; do
	PAWL_KEEP_DOCUMENTS=$documents "$build/tests/stories/story" "$PWD/$story" >/dev/null ||
		echo "FAIL schemas: $story does not play"
done
"$python" tests/schemas/validate.py "$documents"
