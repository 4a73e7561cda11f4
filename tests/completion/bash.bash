# bash --norc bash.bash FILE WORDS...: what the function of FILE offers for the
# last of WORDS, one a line.
[[ ! -r /usr/share/bash-completion/bash_completion ]] || . /usr/share/bash-completion/bash_completion
compopt() { :; } # works in a completion only
. "$1"
shift
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
COMP_LINE="$*"
COMP_POINT=${#COMP_LINE}
_sealcc
printf '%s\n' "${COMPREPLY[@]}"
