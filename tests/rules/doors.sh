#!/bin/bash
# Each outside library has one door, the machine is reached through src/host/linux*.c alone, the files that the user
# names through two files for configuration and one for the rest, libpci's list through its door, and only cli/ prints.
. "$(dirname "$0")/rules.bash"

# All code, as "FILE:NUMBER:text".
all=$(find src include -name '*.[ch]' | LC_ALL=C sort | while read -r file; do code "$file" | sed "s|^|$file:|"; done)

# allowed FILE GLOB...
allowed() {
	local file=$1 glob

	shift
	for glob; do
		# shellcheck disable=SC2053 # it is a glob
		[[ $file != $glob ]] || return 0
	done
	return 1
}

# door WHAT PATTERN FILE...: only these files of src/ and include/ may have code that matches the pattern.
# A FILE may be a glob.
door() {
	local what=$1 pattern=$2 file number text

	shift 2
	while IFS=: read -r file number text; do
		allowed "$file" "$@" || offence "$file:$number: $what belongs in $*: $text"
	done < <(grep -E "$pattern" <<<"$all")
	doors=$((doors + 1))
}

# calls NAME...: a pattern of calls of these functions.
calls() {
	local IFS='|'

	printf '[^[:alnum:]_>.](%s)\\(' "$*"
}

doors=0
door "libyaml, reading" "$(calls 'yaml_parser_[a-z_]+')" src/engine/load.c
door "libyaml, writing" "$(calls 'yaml_emitter_[a-z_]+')" src/cli/document_yaml.c
door "libyaml" '#include <yaml\.h>' src/engine/load.c src/cli/document_yaml.c
door "jansson" '#include <jansson\.h>' 'src/cli/document*.c' src/engine/record_line.c 'src/host/facts*.c'
door "libmnl" '#include <libmnl/' 'src/host/linux_net*.c'
door "libpci" '#include <pci/' src/host/names.c
door "libnvme" '#include <(libnvme|nvme/[a-z]+)\.h>' src/host/linux_nvme.c 'src/host/nvme_*' 'src/host/twin_nvme_*'
door "loading libraries" "$(calls dlopen dlsym dlmopen)" src/host/linux_nvme.c
door "zlib" '#include <zlib\.h>' src/engine/record_line.c
door "nettle" '#include <nettle/' src/base/digest.c
door "opening files" "$(calls open openat openat2 creat fopen freopen opendir fdopendir scandir)" \
	'src/host/linux*.c' src/engine/load_file.c src/engine/load_directory.c src/cli/stream.c src/host/names.c
door "changing files" "$(calls rename renameat renameat2 unlink unlinkat mkdir mkdirat symlink symlinkat link \
	chmod fchmod chown truncate ftruncate fsync fdatasync flock)" 'src/host/linux*.c'
door "asking the terminal" "$(calls ioctl isatty tcgetattr)" src/cli/main.c
door "looking at the machine" "$(calls stat lstat fstatat access faccessat readlink readlinkat glob nftw \
	gethostname uname syscall socket mount)" 'src/host/linux*.c'
door "starting processes" "$(calls fork vfork clone system popen execv execve execvp execl execlp posix_spawn)" \
	'src/host/linux*.c'
door "threads" '#include <(pthread|threads)\.h>'
door "printing" "$(calls printf fprintf vfprintf dprintf puts fputs putchar putc fputc fwrite perror)" 'src/cli/*.c'
verdict "$doors doors, each used by its own files only"
