/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scripts that let shells ask pawl what may stand at the cursor. */
#include "completion.h"

/*
 * Bash cuts words at COMP_WORDBREAKS, addresses at their colons: the line is cut here at blanks instead, and
 * what bash believes to be an earlier word is left out of the answers (bash(1), COMP_WORDBREAKS).
 */
static const char bash[] =
	"# Completion of pawl for bash: pawl itself is asked what may stand at the cursor.\n"
	"_pawl() {\n"
	"	local line=${COMP_LINE:0:COMP_POINT} words current quote='' kept='' before part candidate "
	"break\n"
	"\n"
	"	COMPREPLY=()\n"
	"	# shellcheck disable=SC2162 # a backslash before a blank keeps a word together\n"
	"	read -a words <<<\"$line\"\n"
	"	[[ $line != *[[:blank:]] ]] || words+=('')\n"
	"	((${#words[@]} > 1)) || return 0\n"
	"	current=${words[-1]}\n"
	"	if [[ $current == [\\\"\\']* ]]; then quote=1 current=${current:1}; fi\n"
	"	for break in : =; do\n"
	"		[[ -z $quote && $COMP_WORDBREAKS == *\"$break\"* && $current == *\"$break\"* ]] || "
	"continue\n"
	"		part=${current%\"${current##*\"$break\"}\"}\n"
	"		[[ ${#part} -le ${#kept} ]] || kept=$part\n"
	"	done\n"
	"	before=${current%\"${current#--*=}\"}\n"
	"	while IFS=$'\\t' read -r candidate _; do\n"
	"		case $candidate in\n"
	"		/files)\n"
	"			compopt -o filenames 2>/dev/null\n"
	"			while IFS= read -r part; do\n"
	"				part=$before$part\n"
	"				COMPREPLY+=(\"${part#\"$kept\"}\")\n"
	"			done < <(compgen -f -- \"${current#\"$before\"}\")\n"
	"			;;\n"
	"		/directories)\n"
	"			compopt -o filenames 2>/dev/null\n"
	"			while IFS= read -r part; do\n"
	"				part=$before$part\n"
	"				COMPREPLY+=(\"${part#\"$kept\"}\")\n"
	"			done < <(compgen -d -- \"${current#\"$before\"}\")\n"
	"			;;\n"
	"		\"$current\"*)\n"
	"			[[ $candidate != *= ]] || compopt -o nospace 2>/dev/null\n"
	"			COMPREPLY+=(\"${candidate#\"$kept\"}\")\n"
	"			;;\n"
	"		esac\n"
	"	done < <(\"${words[0]/#\\~/$HOME}\" completion candidates -- "
	"\"${words[@]:1:${#words[@]}-2}\" \"$current\" 2>/dev/null)\n"
	"	return 0\n"
	"}\n"
	"complete -F _pawl pawl\n";

static const char zsh[] = "#compdef pawl\n"
			  "# Completion of pawl for zsh: pawl itself is asked what may stand at the cursor.\n"
			  "_pawl() {\n"
			  "	local candidate about files='' directories=''\n"
			  "	local -a given offers keys\n"
			  "\n"
			  "	given=(\"${(@Q)words[2,CURRENT-1]}\" \"${(Q)PREFIX}\")\n"
			  "	while IFS=$'\\t' read -r candidate about; do\n"
			  "		case $candidate in\n"
			  "		(/files) files=1 ;;\n"
			  "		(/directories) directories=1 ;;\n"
			  "		(*=) keys+=(\"${candidate//:/\\\\:}:$about\") ;;\n"
			  "		(*) offers+=(\"${candidate//:/\\\\:}:$about\") ;;\n"
			  "		esac\n"
			  "	done < <(\"${(Q)words[1]/#\\~/$HOME}\" completion candidates -- "
			  "\"${given[@]}\" 2>/dev/null)\n"
			  "	(( ! ${#keys} )) || _describe -t keys key keys -S ''\n"
			  "	(( ! ${#offers} )) || _describe -t candidates pawl offers\n"
			  "	if [[ -n $files$directories ]]; then\n"
			  "		[[ $PREFIX != --*=* ]] || compset -P '*='\n"
			  "		if [[ -n $files ]]; then _files; else _files -/; fi\n"
			  "	fi\n"
			  "}\n"
			  "if [[ $funcstack[1] == _pawl ]]; then _pawl \"$@\"; else compdef _pawl pawl; fi\n";

static const char fish[] =
	"# Completion of pawl for fish: pawl itself is asked what may stand at the cursor.\n"
	"function __pawl_candidates\n"
	"	set -l given (commandline -opc)\n"
	"	set -l current (commandline -ct)\n"
	"	set -l program $given[1]\n"
	"	set -l before (string match -r -- '^--[^=]*=' $current)\n"
	"	set -e given[1]\n"
	"	$program completion candidates -- $given \"$current\" 2>/dev/null | while read -l candidate\n"
	"		switch $candidate\n"
	"		case '/files*'\n"
	"			string replace -r '^' -- \"$before\" (__fish_complete_path (string replace "
	"-r '^--[^=]*=' '' -- $current))\n"
	"		case '/directories*'\n"
	"			string replace -r '^' -- \"$before\" (__fish_complete_directories (string "
	"replace -r '^--[^=]*=' '' -- $current))\n"
	"		case '*'\n"
	"			echo $candidate\n"
	"		end\n"
	"	end\n"
	"end\n"
	"complete -c pawl -f -a '(__pawl_candidates)'\n";

const struct shell shells[] = {
	{ .name = "bash", .help = "source <(pawl completion bash)", .script = bash },
	{ .name = "zsh", .help = "source <(pawl completion zsh), after compinit", .script = zsh },
	{ .name = "fish", .help = "pawl completion fish | source", .script = fish },
	{ 0 },
};
