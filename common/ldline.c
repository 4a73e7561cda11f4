#include "ldline.h"

void ldline_read(struct ldline *l, char **argv)
{
	execroot_init(&l->execroot, l->tc.root, l->tc.strict, true);
	nixflags_read(&l->nix, &l->tc, NIXFLAGS_LD, argv);
	args_read(&l->a, l->nix.line.v, &l->execroot);
}
