#!/bin/bash
# Completion in zsh: a real one behind a pseudo-terminal, which tells what its completion adds.
. "$(dirname "$0")/completion.bash"
command -v zsh >/dev/null || { echo 'SKIP zsh: zsh is not installed'; exit 77; }
export HOME=$place ZDOTDIR=$place
pawl completion zsh >_pawl

# The completion's matches are asked for with compadd -O, and told between two marks.
cat >inner.zsh <<'END'
PS1= fpath=($PWD $fpath)
unsetopt zle_bracketed_paste 2>/dev/null
autoload -Uz compinit && compinit -u -D
zstyle ':completion:*' list-grouped false
told=()
compadd() {
	local -a hits
	if [[ ${@[(I)-[OAD]*]} -gt 0 ]]; then builtin compadd "$@"; return; fi
	builtin compadd -O hits "$@"
	told+=("${(@)hits/#/$IPREFIX}")
	builtin compadd "$@"
}
tell() {
	told=()
	zle list-choices
	print -r -- "<MATCHES>"
	print -rl -- "${(@u)told}"
	print -r -- "</MATCHES>"
	BUFFER=
}
zle -N tell
bindkey '^T' tell # no key that others begin with: it would be waited for them
END
cat >outer.zsh <<'END'
zmodload zsh/zpty
zpty inner zsh -f -i
zpty -w inner 'source ./inner.zsh; print READ''Y'
zpty -r -m inner seen '*READY*'
zpty -w -n inner "$1"$'\x14'
zpty -r -m inner seen '*</MATCHES>*'
print -r -- "$seen"
zpty -d inner
END

answers() {
	timeout 60 zsh -f outer.zsh "$1" | tr -d '\r' | sed -n '/<MATCHES>/,/<\/MATCHES>/{/MATCHES>/d;p}'
}

compare answers
