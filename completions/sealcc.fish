# fish completion for sealcc

# What the command of "sealcc run" would complete: it begins behind --, or at the
# first word that is neither an option nor the value of one.
function __sealcc_program
    set -l words (commandline -opc)
    set -e words[1..2]
    while set -q words[1]
        switch $words[1]
            case --
                set -e words[1]
                break
            case -t --target --zig --backend --cc --ld --libc --cpu --sysroot --stdlib
                set -e words[1]
            case '-*'
            case '*'
                break
        end
        set -e words[1]
    end
    set -l line (string escape -- $words) (commandline -ct)
    complete --do-complete="$line"
end

set -l commands doctor env explain help inspect new rules run sysroot targets
set -l making run env new explain

complete -c sealcc -f
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -l version -d 'Print the version'
complete -c sealcc -s h -l help -d 'Print help'

complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a run -d 'Run a command for a target'
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a env -d 'Print the variables for a target'
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a new -d 'Make a toolchain in a directory'
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a explain -d 'Tell what would run, and why'
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a inspect -d 'Tell what programs and libraries are and need'
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a rules -d 'Tell what the programs of a toolchain change, and why'
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a doctor -d 'Tell what is here and what is missing'
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a sysroot -d 'Make a sysroot of Debian packages'
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a targets -d 'List the targets'
complete -c sealcc -n "not __fish_seen_subcommand_from $commands" -a help -d 'Print help on a command'
complete -c sealcc -n '__fish_seen_subcommand_from help' -a "$commands"

complete -c sealcc -n "__fish_seen_subcommand_from $making" -s t -l target -x -a '(sealcc targets --names 2>/dev/null)' -d 'The target'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -l backend -x -a 'zig zig-cc clang gcc' -d 'What compiles'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -l cc -r -F -d 'The clang or gcc'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -l ld -r -F -d 'Its linker'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -l stdlib -x -a 'libstdc++ libc++' -d 'The C++ library'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -l libc -x -d 'The oldest glibc, as 2.28'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -l cpu -x -d 'The lowest processor'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -l sysroot -r -F -d 'A given sysroot'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -l no-c++ -d 'Leave out C++'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -l shared-c++ -d 'Use a shared libc++'
complete -c sealcc -n "__fish_seen_subcommand_from $making" -s q -l quiet -d 'Say nothing'
complete -c sealcc -n "__fish_seen_subcommand_from $making doctor targets" -l zig -r -F -d 'The zig to seal'
complete -c sealcc -n '__fish_seen_subcommand_from env new explain inspect doctor rules targets' -l json -d 'Print JSON'
complete -c sealcc -n '__fish_seen_subcommand_from rules' -l options -d 'List what becomes of each option'
complete -c sealcc -n '__fish_seen_subcommand_from targets' -l names -d 'Print the names only'
complete -c sealcc -n '__fish_seen_subcommand_from new' -l nix -d 'Read the variables of Nix'

complete -c sealcc -n '__fish_seen_subcommand_from env' -l format -x -a 'sh fish json github github-path cargo cmake meson nix' -d 'What to print'
complete -c sealcc -n '__fish_seen_subcommand_from env' -l emulator -d 'Name qemu in files for cmake and meson'

complete -c sealcc -n '__fish_seen_subcommand_from inspect' -l require -x -d 'Rules to keep'
complete -c sealcc -n '__fish_seen_subcommand_from inspect' -F
complete -c sealcc -n '__fish_seen_subcommand_from sysroot' -l arch -x -d 'The architecture, as amd64'
complete -c sealcc -n '__fish_seen_subcommand_from sysroot' -l suite -x -d 'A release'
complete -c sealcc -n '__fish_seen_subcommand_from sysroot' -l with -x -d 'One more package'
complete -c sealcc -n '__fish_seen_subcommand_from sysroot' -l deb -r -F -d 'A package'
complete -c sealcc -n '__fish_seen_subcommand_from new sysroot' -a '(__fish_complete_directories)'
complete -c sealcc -n '__fish_seen_subcommand_from explain' -a 'cc c++ ld ar ranlib'
complete -c sealcc -n '__fish_seen_subcommand_from run' -a '(__sealcc_program)'
