# Read by the zsh that completes; see zsh.zsh.
stty -echo
fpath=($DIRECTORY $fpath)
autoload -Uz compinit
compinit -u -D
LISTMAX=100000
compadd() {
	local -a found
	# calls that fill an array or ask add nothing
	if [[ -z ${@[(r)-(O|A|D)]} ]]; then
		builtin compadd -O found "$@"
		(( $#found )) && print -rl -- $found >>$CAPTURE
	fi
	builtin compadd "$@"
}
# before that, what is sent would be taken by the terminal, not by the line editor
zle-line-init() { print -n line-editor-is-there }
zle -N zle-line-init
