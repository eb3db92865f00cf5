#!/bin/bash
# Completion in fish, as fish itself completes a line.
. "$(dirname "$0")/completion.bash"
command -v fish >/dev/null || { echo 'SKIP fish: fish is not installed'; exit 77; }
pawl completion fish >pawl.fish
export HOME=$place XDG_CONFIG_HOME=$place/config XDG_DATA_HOME=$place/data

answers() {
	# shellcheck disable=SC2016 # fish's own variables
	fish --no-config -c 'source pawl.fish; complete -C "$argv[1]"' "$1" | cut -f 1
}

compare answers
