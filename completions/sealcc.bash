# bash completion for sealcc

_sealcc_commands='doctor env explain help inspect new rules run sysroot targets'

# The options of a command, and after -- nothing of ours.
_sealcc_options()
{
	local making='-t --target --zig --backend --cc --ld --libc --cpu --sysroot --stdlib --no-c++ --shared-c++ --quiet --help'
	case $1 in
	run) echo "$making" ;;
	env) echo "$making --format --emulator --json" ;;
	new) echo "$making --json --nix" ;;
	explain) echo "$making --json" ;;
	inspect) echo '--json --require --help' ;;
	doctor) echo '--json --zig --help' ;;
	rules) echo '--json --options --help' ;;
	sysroot) echo '--arch --suite --with --deb --help' ;;
	targets) echo '--json --names --zig --help' ;;
	*) echo '--help --version' ;;
	esac
}

# Where the command of "sealcc run" begins: behind --, or at the first word that
# is neither an option nor the value of one; 0 when it does not yet.
_sealcc_program()
{
	local i
	for ((i = 2; i < COMP_CWORD; i++)); do
		case ${COMP_WORDS[i]} in
		--)
			echo $((i + 1))
			return
			;;
		-t | --target | --zig | --backend | --cc | --ld | --libc | --cpu | --sysroot | --stdlib) i=$((i + 1)) ;;
		-* | =) ;;
		*)
			echo "$i"
			return
			;;
		esac
	done
	echo 0
}

_sealcc_reply()
{
	local word
	COMPREPLY=()
	while IFS= read -r word; do
		COMPREPLY+=("$word")
	done < <(compgen "$@")
}

_sealcc()
{
	local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command=${COMP_WORDS[1]} start
	# "--format=x" comes in three words
	if [[ $before == = && $COMP_CWORD -gt 2 ]]; then
		before=${COMP_WORDS[COMP_CWORD - 2]}
	elif [[ $current == = ]]; then
		current=
	fi
	if ((COMP_CWORD == 1)); then
		_sealcc_reply -W "$_sealcc_commands --help --version" -- "$current"
		return
	fi
	if [[ $command == run ]]; then
		start=$(_sealcc_program)
		if ((start > 0)); then
			if declare -F _command_offset >/dev/null; then
				_command_offset "$start"
			elif ((start == COMP_CWORD)); then
				_sealcc_reply -c -- "$current"
			else
				_sealcc_reply -f -- "$current"
			fi
			return
		fi
	fi
	case $before in
	-t | --target) _sealcc_reply -W "$("${COMP_WORDS[0]}" targets --names 2>/dev/null)" -- "$current" ;;
	--format) _sealcc_reply -W 'sh fish json github github-path cargo cmake meson nix' -- "$current" ;;
	--backend) _sealcc_reply -W 'zig zig-cc clang gcc' -- "$current" ;;
	--stdlib) _sealcc_reply -W 'libstdc++ libc++' -- "$current" ;;
	--zig | --cc | --ld | --sysroot | --deb) _sealcc_reply -f -- "$current" ;;
	--libc | --cpu | --arch | --suite | --require | --with) COMPREPLY=() ;;
	--)
		if [[ $command == explain ]]; then
			_sealcc_reply -W 'cc c++ ld ar ranlib' -- "$current"
		else
			_sealcc_reply -c -- "$current"
		fi
		;;
	*)
		if [[ $command == help ]]; then
			_sealcc_reply -W "$_sealcc_commands" -- "$current"
		elif [[ $current == -* ]]; then
			_sealcc_reply -W "$(_sealcc_options "$command")" -- "$current"
		elif [[ $command == new || $command == sysroot ]]; then
			_sealcc_reply -d -- "$current"
		elif [[ $command == run ]]; then
			_sealcc_reply -c -- "$current"
		elif [[ $command == explain ]]; then
			_sealcc_reply -W 'cc c++ ld ar ranlib' -- "$current"
		fi
		;;
	esac
}

complete -o default -F _sealcc sealcc
