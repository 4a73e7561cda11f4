/* The subcommands: each gets the words after its name and gives the exit code. */
#ifndef COMMANDS_H
#define COMMANDS_H

int command_new(char **argv);
int command_run(char **argv);
int command_env(char **argv);
int command_explain(char **argv);
int command_rules(char **argv);
int command_doctor(char **argv);
int command_inspect(char **argv);
int command_sysroot(char **argv);
int command_targets(char **argv);

#endif
